package org.metarec.bench.eval;

import java.util.OptionalDouble;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.metarec.model.embedding.EntityTable;
import org.metarec.model.embedding.RelationPhases;
import org.metarec.model.embedding.RotatE;
import org.metarec.triple.Triples;

/**
 * How well true tails are told from the few that could be meant: the protocol of Countries
 * (Bouchard et al., "On approximate reasoning capabilities of low-rank vector spaces", AAAI
 * Symposium 2015), as in the code of Sun et al. 2019.
 *
 * <p>Each tested head is asked for all possible tails of its relation. These are the tails from
 * which the relation leads no further: {@code locatedin} leads from countries to sub-regions and
 * regions, and from sub-regions to regions, which leaves the five regions. Other true answers are
 * not removed. Costs one distance for each tested triple and possible tail.
 */
public final class TailChoice {
  private final EntityTable entities;
  private final RelationPhases phases;
  private final boolean[][] possible;

  /**
   * @param known all true triples, from which the possible tails are read
   */
  public TailChoice(EntityTable entities, RelationPhases phases, Triples known) {
    this.entities = entities;
    this.phases = phases;
    this.possible = new boolean[phases.relationCount()][entities.entityCount()];
    for (int i = 0; i < known.size(); i++) {
      possible[known.relation(i)][known.tail(i)] = true;
    }
    for (int i = 0; i < known.size(); i++) {
      possible[known.relation(i)][known.head(i)] = false;
    }
  }

  /**
   * The area under the curve of precision and recall, over all pairs of a tested head and a
   * possible tail, ties as in {@link ScoreMetrics#areaUnderPrecisionRecall}.
   *
   * @return in (0, 1]; empty where the protocol does not apply, because nothing is tested or a true
   *     tail is not among the possible ones
   */
  public OptionalDouble areaUnderPrecisionRecall(Triples tested) {
    boolean applies =
        tested.size() > 0
            && IntStream.range(0, tested.size())
                .allMatch(i -> possible[tested.relation(i)][tested.tail(i)]);
    if (!applies) {
      return OptionalDouble.empty();
    }
    double[] positives =
        IntStream.range(0, tested.size())
            .mapToDouble(i -> score(tested, i, tested.tail(i)))
            .toArray();
    double[] negatives =
        IntStream.range(0, tested.size()).boxed().flatMapToDouble(i -> others(tested, i)).toArray();
    return OptionalDouble.of(ScoreMetrics.areaUnderPrecisionRecall(positives, negatives));
  }

  private DoubleStream others(Triples tested, int triple) {
    return IntStream.range(0, entities.entityCount())
        .filter(tail -> tail != tested.tail(triple) && possible[tested.relation(triple)][tail])
        .mapToDouble(tail -> score(tested, triple, tail));
  }

  /** Without the margin, which is the same for all. */
  private double score(Triples tested, int triple, int tail) {
    float[] place =
        RotatE.rotate(entities.row(tested.head(triple)), phases.row(tested.relation(triple)));
    return -RotatE.distance(place, entities.row(tail));
  }
}
