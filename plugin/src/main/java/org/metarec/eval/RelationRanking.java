package org.metarec.eval;

import org.metarec.model.embedding.EntityTable;
import org.metarec.model.embedding.RelationPhases;
import org.metarec.model.kernel.ComplexRow;
import org.metarec.model.kernel.Kernel;
import org.metarec.model.kernel.RowKernel;
import org.metarec.triple.Corruption;
import org.metarec.triple.KnownTriples;
import org.metarec.triple.Progress;
import org.metarec.triple.Triples;
import org.metarec.triple.Workers;

/**
 * Ranks the true relation of two entities among all relations, other true ones removed. Of equal
 * scores half count as better, as in {@link FilteredRanking}.
 *
 * <p>Costs one distance for each relation and triple.
 */
public final class RelationRanking {
  /** Triples ranked before it is asked again whether to go on. */
  private static final int TRIPLES_AT_ONCE = 256;

  /** For threads to share; each triple is ranked by itself. */
  private static final int PARTS = 16;

  private final EntityTable entities;
  private final KnownTriples known;
  private final ComplexRow[] rotations;

  /**
   * @param known all true triples: those of training and all that are tested
   */
  public RelationRanking(EntityTable entities, RelationPhases phases, KnownTriples known) {
    this.entities = entities;
    this.known = known;
    this.rotations = new ComplexRow[phases.relationCount()];
    for (int relation = 0; relation < rotations.length; relation++) {
      rotations[relation] = ComplexRow.of(phases, relation);
    }
  }

  /**
   * The filtered ranks of all relations.
   *
   * @return {@code double[size]}; 1 is best, ties give halves
   */
  public double[] ranks(Triples tested, Workers workers, Progress progress) {
    double[] ranks = new double[tested.size()];
    for (int from = 0; from < ranks.length; from += TRIPLES_AT_ONCE) {
      progress.checkRunning();
      int first = from;
      int end = Math.min(from + TRIPLES_AT_ONCE, ranks.length);
      workers.run(
          PARTS,
          part -> {
            for (int triple = first + part; triple < end; triple += PARTS) {
              ranks[triple] = rank(tested, triple);
            }
          });
    }
    return ranks;
  }

  private double rank(Triples tested, int triple) {
    ComplexRow head = ComplexRow.of(entities, tested.head(triple));
    ComplexRow tail = ComplexRow.of(entities, tested.tail(triple));
    ComplexRow turned = new ComplexRow(entities.dimension());
    RowKernel rows = Kernel.fastest().rows(entities.dimension());
    int truth = tested.relation(triple);
    turned.setToTurned(head, rotations[truth]);
    float trueDistance = rows.distance(turned, tail);
    int closer = 0;
    int equal = 0;
    for (int relation = 0; relation < rotations.length; relation++) {
      turned.setToTurned(head, rotations[relation]);
      float distance = rows.distance(turned, tail);
      if (!(distance > trueDistance)
          && relation != truth
          && !known.contains(tested, triple, Corruption.RELATION, relation)) {
        boolean isEqual = distance == trueDistance;
        closer += isEqual ? 0 : 1;
        equal += isEqual ? 1 : 0;
      }
    }
    return RankingMetrics.rank(closer, equal);
  }
}
