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
 * Ranks the true head and the true tail of triples among all entities, other true answers removed
 * (Bordes et al., "Translating Embeddings", NIPS 2013). Of equal scores half count as better, so a
 * model that scores all alike gets the middle rank and not the first.
 *
 * <p>Costs one distance for each entity, triple and side.
 */
public final class FilteredRanking {

  /** Queries that a row is compared with while it is in the cache. */
  private static final int QUERIES_AT_ONCE = 32;

  /** Of the work, for threads to share: counts are summed, so that the parts do not matter. */
  private static final int PARTS = 16;

  private final EntityTable entities;
  private final RelationPhases phases;
  private final KnownTriples known;
  private final Kernel kernel;

  /**
   * @param known all true triples: those of training and all that are tested
   */
  public FilteredRanking(EntityTable entities, RelationPhases phases, KnownTriples known) {
    this(entities, phases, known, Kernel.fastest());
  }

  /** Ranks by one of the kernels, which give the same bits. */
  FilteredRanking(EntityTable entities, RelationPhases phases, KnownTriples known, Kernel kernel) {
    this.entities = entities;
    this.phases = phases;
    this.known = known;
    this.kernel = kernel;
  }

  /**
   * The filtered ranks of all heads and tails.
   *
   * @return {@code double[2 · size]}, at 2i the rank of triple i's head, at 2i + 1 that of its
   *     tail; 1 is best, ties give halves
   */
  public double[] ranks(Triples tested, Workers workers, Progress progress) {
    double[] ranks = new double[2 * tested.size()];
    for (int from = 0; from < ranks.length; from += QUERIES_AT_ONCE) {
      progress.checkRunning();
      Queries queries = new Queries(tested, from, Math.min(from + QUERIES_AT_ONCE, ranks.length));
      workers.run(PARTS, queries::compare);
      queries.writeRanks(ranks);
    }
    return ranks;
  }

  /** Some heads and tails that are looked for at once. */
  private final class Queries {
    private final Triples tested;
    private final int from;
    private final ComplexRow[] places;
    private final float[] trueDistances;
    private final int[][] closer;
    private final int[][] equal;

    Queries(Triples tested, int from, int to) {
      this.tested = tested;
      this.from = from;
      int count = to - from;
      places = new ComplexRow[count];
      trueDistances = new float[count];
      closer = new int[PARTS][count];
      equal = new int[PARTS][count];
      RowKernel rows = kernel.rows(entities.dimension());
      for (int query = 0; query < count; query++) {
        places[query] = place(query);
        trueDistances[query] = rows.distance(ComplexRow.of(entities, truth(query)), places[query]);
      }
    }

    private Corruption side(int query) {
      return (from + query) % 2 == 0 ? Corruption.HEAD : Corruption.TAIL;
    }

    private int triple(int query) {
      return (from + query) / 2;
    }

    private int truth(int query) {
      return side(query).part(tested, triple(query));
    }

    /** Where the entity that is looked for should be. */
    private ComplexRow place(int query) {
      ComplexRow rotation = ComplexRow.of(phases, tested.relation(triple(query)));
      ComplexRow place = new ComplexRow(entities.dimension());
      if (side(query) == Corruption.HEAD) {
        place.setToTurnedBack(ComplexRow.of(entities, tested.tail(triple(query))), rotation);
      } else {
        place.setToTurned(ComplexRow.of(entities, tested.head(triple(query))), rotation);
      }
      return place;
    }

    void compare(int part) {
      int last = (int) ((part + 1L) * entities.entityCount() / PARTS);
      ComplexRow row = new ComplexRow(entities.dimension());
      RowKernel rows = kernel.rows(entities.dimension());
      for (int e = (int) ((long) part * entities.entityCount() / PARTS); e < last; e++) {
        row.load(entities, e);
        for (int query = 0; query < places.length; query++) {
          float distance = rows.distance(row, places[query]);
          if (!(distance > trueDistances[query]) && competes(e, query)) {
            (distance == trueDistances[query] ? equal : closer)[part][query]++;
          }
        }
      }
    }

    private boolean competes(int entity, int query) {
      return entity != truth(query) && !known.contains(tested, triple(query), side(query), entity);
    }

    void writeRanks(double[] ranks) {
      for (int query = 0; query < places.length; query++) {
        int allCloser = 0;
        int allEqual = 0;
        for (int part = 0; part < PARTS; part++) {
          allCloser += closer[part][query];
          allEqual += equal[part][query];
        }
        ranks[from + query] = RankingMetrics.rank(allCloser, allEqual);
      }
    }
  }
}
