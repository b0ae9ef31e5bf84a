package org.metarec.train;

import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;
import org.metarec.model.EntityTable;
import org.metarec.model.Induction;
import org.metarec.model.RelationPhases;
import org.metarec.triple.KnownTriples;
import org.metarec.triple.TripleSplit;
import org.metarec.triple.Triples;

/**
 * Rows of an earlier training that the next one leaves as they are, by the ids of the graph as it
 * is now; the others get theirs when that training starts, in the same tables. Not thread-safe
 * while being filled.
 */
public final class KeptRows {
  static final KeptRows NONE = new KeptRows(0, 0, 1);

  private final EntityTable entities;
  private final RelationPhases phases;
  private final BitSet keptEntities = new BitSet();
  private final BitSet keptPhases = new BitSet();

  /**
   * Keeps nothing as yet.
   *
   * @param dimension complex coordinates d
   */
  public KeptRows(int entityCount, int relationCount, int dimension) {
    int size = Math.multiplyExact(entityCount, 2 * dimension);
    this.entities = new EntityTable(dimension, new float[size]);
    this.phases = new RelationPhases(dimension, new float[relationCount * dimension]);
  }

  /**
   * Keeps the embedding of an entity.
   *
   * @param row {@code float[2d]}
   */
  public void keepEntity(int entity, float[] row) {
    put(row, entity);
    keptEntities.set(entity);
  }

  /**
   * Keeps the angles of a relation.
   *
   * @param phase {@code float[d]}, in radians
   */
  public void keepPhase(int relation, float[] phase) {
    System.arraycopy(phase, 0, phases.values(), phases.offset(relation), phase.length);
    keptPhases.set(relation);
  }

  public boolean hasEntity(int entity) {
    return keptEntities.get(entity);
  }

  RowOptimizer sparingEntities(RowOptimizer optimizer) {
    return keptEntities.isEmpty() ? optimizer : new SparingOptimizer(optimizer, keptEntities::get);
  }

  RowOptimizer sparingPhases(RowOptimizer optimizer) {
    return keptPhases.isEmpty() ? optimizer : new SparingOptimizer(optimizer, keptPhases::get);
  }

  private boolean isNew(Triples triples, int triple) {
    return !hasEntity(triples.head(triple))
        || !hasEntity(triples.tail(triple))
        || !keptPhases.get(triples.relation(triple));
  }

  /**
   * The triples that have a part that is not kept, some of them held back. What is neither is known
   * to be true as well.
   */
  TripleSplit split(Triples triples, RotatEConfig config) {
    BitSet fresh = new BitSet(triples.size());
    for (int triple = 0; triple < triples.size(); triple++) {
      fresh.set(triple, isNew(triples, triple));
    }
    Triples news = select(triples, fresh);
    double fraction = HeldBackCheck.fraction(Math.max(1, news.size()), config);
    TripleSplit split = TripleSplit.of(news, fraction, config.randomSeed());
    fresh.flip(0, triples.size());
    KnownTriples known =
        KnownTriples.of(joined(split.training(), select(triples, fresh)), split.heldBack());
    return new TripleSplit(split.training(), split.heldBack(), known);
  }

  private static Triples select(Triples triples, BitSet chosen) {
    int[] places = chosen.stream().toArray();
    return new Triples(
        triples.entityCount(),
        triples.relationCount(),
        Arrays.stream(places).map(triples::head).toArray(),
        Arrays.stream(places).map(triples::relation).toArray(),
        Arrays.stream(places).map(triples::tail).toArray());
  }

  private static Triples joined(Triples one, Triples other) {
    int size = one.size() + other.size();
    int[][] columns = new int[3][size];
    for (int place = 0; place < size; place++) {
      Triples from = place < one.size() ? one : other;
      int triple = place < one.size() ? place : place - one.size();
      columns[0][place] = from.head(triple);
      columns[1][place] = from.relation(triple);
      columns[2][place] = from.tail(triple);
    }
    return new Triples(one.entityCount(), one.relationCount(), columns[0], columns[1], columns[2]);
  }

  /**
   * The tables to train in. A new entity begins where its kept neighbours want it ({@link
   * Induction}), at random where it has none, as a new relation does.
   */
  RotatEStart start(Triples triples, RotatEConfig config) {
    RotatEStart random = RotatEStart.untrained(triples, config);
    Map<Integer, Induction> places = places(triples);
    for (int entity = 0; entity < triples.entityCount(); entity++) {
      if (!hasEntity(entity)) {
        float[] row = random.entities().row(entity);
        put(places.containsKey(entity) ? places.get(entity).embedding(row) : row, entity);
      }
    }
    for (int relation = 0; relation < triples.relationCount(); relation++) {
      if (!keptPhases.get(relation)) {
        float[] phase = random.phases().row(relation);
        System.arraycopy(phase, 0, phases.values(), phases.offset(relation), phase.length);
      }
    }
    return new RotatEStart(config, entities, phases, random.clusters());
  }

  private void put(float[] row, int entity) {
    System.arraycopy(row, 0, entities.values(), entities.offset(entity), row.length);
  }

  /** For each new entity, where its kept neighbours want it. */
  private Map<Integer, Induction> places(Triples triples) {
    Map<Integer, Induction> places = new HashMap<>();
    for (int triple = 0; triple < triples.size(); triple++) {
      int head = triples.head(triple);
      int relation = triples.relation(triple);
      int tail = triples.tail(triple);
      boolean isTold = keptPhases.get(relation) && hasEntity(head) != hasEntity(tail);
      if (isTold && hasEntity(head)) {
        place(tail, places).asTail(relation, entities.row(head), phases.row(relation));
      } else if (isTold) {
        place(head, places).asHead(relation, entities.row(tail), phases.row(relation));
      }
    }
    return places;
  }

  private Induction place(int entity, Map<Integer, Induction> places) {
    return places.computeIfAbsent(entity, key -> new Induction(entities.dimension()));
  }
}
