package org.metarec.eval;

import java.util.Arrays;
import org.metarec.model.EntityTable;
import org.metarec.model.RelationPhases;
import org.metarec.model.RotatE;
import org.metarec.model.RowDistance;
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

  private static final int PARTS = 16;

  private final EntityTable entities;
  private final RelationPhases phases;
  private final KnownTriples known;

  /**
   * @param known all true triples: those of training and all that are tested
   */
  public FilteredRanking(EntityTable entities, RelationPhases phases, KnownTriples known) {
    this.entities = entities;
    this.phases = phases;
    this.known = known;
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
    private final float[][] real;
    private final float[][] imaginary;
    private final float[] trueDistances;
    private final int[][] closer;
    private final int[][] equal;

    Queries(Triples tested, int from, int to) {
      this.tested = tested;
      this.from = from;
      int count = to - from;
      int dimension = entities.dimension();
      real = new float[count][];
      imaginary = new float[count][];
      trueDistances = new float[count];
      closer = new int[PARTS][count];
      equal = new int[PARTS][count];
      for (int query = 0; query < count; query++) {
        float[] place = place(query);
        real[query] = Arrays.copyOf(place, dimension);
        imaginary[query] = Arrays.copyOfRange(place, dimension, 2 * dimension);
        trueDistances[query] = new Row(truth(query)).distance(query);
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
    private float[] place(int query) {
      int triple = triple(query);
      float[] phase = phases.row(tested.relation(triple));
      return side(query) == Corruption.HEAD
          ? RotatE.rotateBack(entities.row(tested.tail(triple)), phase)
          : RotatE.rotate(entities.row(tested.head(triple)), phase);
    }

    void compare(int part) {
      int last = (int) ((part + 1L) * entities.entityCount() / PARTS);
      for (int e = (int) ((long) part * entities.entityCount() / PARTS); e < last; e++) {
        Row row = new Row(e);
        for (int query = 0; query < real.length; query++) {
          float distance = row.distance(query);
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
      for (int query = 0; query < real.length; query++) {
        double rank = 1;
        for (int part = 0; part < PARTS; part++) {
          rank += closer[part][query] + equal[part][query] / 2.0;
        }
        ranks[from + query] = rank;
      }
    }

    /** The row of one entity, beside the queries. */
    private final class Row {
      private final float[] rowReal;
      private final float[] rowImaginary;
      private final float[] moduli = new float[entities.dimension()];

      Row(int entity) {
        int middle = entities.offset(entity) + entities.dimension();
        rowReal = Arrays.copyOfRange(entities.values(), entities.offset(entity), middle);
        rowImaginary = Arrays.copyOfRange(entities.values(), middle, entities.offset(entity + 1));
      }

      float distance(int query) {
        return RowDistance.between(rowReal, rowImaginary, real[query], imaginary[query], moduli);
      }
    }
  }
}
