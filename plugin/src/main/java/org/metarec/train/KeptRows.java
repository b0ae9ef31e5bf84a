package org.metarec.train;

import java.util.Arrays;
import java.util.BitSet;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.metarec.model.embedding.EntityTable;
import org.metarec.model.embedding.Induction;
import org.metarec.model.embedding.RelationPhases;
import org.metarec.train.config.RotatEConfig;
import org.metarec.train.step.RelationClusters;
import org.metarec.train.step.RotatEStart;
import org.metarec.train.step.RotatETables;
import org.metarec.triple.IntPair;
import org.metarec.triple.KnownTriples;
import org.metarec.triple.TripleSplit;
import org.metarec.triple.Triples;

/**
 * Rows of an earlier training that the next one leaves as they are, by the ids of the graph as it
 * is now; the others get theirs when that training starts, in the same tables. Not thread-safe
 * while being filled.
 */
public final class KeptRows {
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
    int phaseCount = Math.multiplyExact(relationCount, dimension);
    this.phases = new RelationPhases(dimension, new float[phaseCount]);
  }

  /**
   * Keeps the embedding of an entity.
   *
   * @param row {@code float[2d]}
   */
  public void keepEntity(int entity, float[] row) {
    entities.setRow(entity, row);
    keptEntities.set(entity);
  }

  /**
   * Keeps the angles of a relation.
   *
   * @param phase {@code float[d]}, in radians
   */
  public void keepPhase(int relation, float[] phase) {
    phases.setRow(relation, phase);
    keptPhases.set(relation);
  }

  public BitSet entities() {
    return keptEntities;
  }

  boolean hasEntity(int entity) {
    return keptEntities.get(entity);
  }

  boolean hasPhase(int relation) {
    return keptPhases.get(relation);
  }

  /** The coordinates of one member of an ensemble; these rows themselves if it has all. */
  KeptRows of(Ensemble.Member member) {
    int width = member.config().embeddingDimension();
    if (width == entities.dimension()) {
      return this;
    }
    KeptRows part = new KeptRows(entities.entityCount(), phases.relationCount(), width);
    int from = member.firstCoordinate();
    keptEntities.stream()
        .forEach(entity -> part.keepEntity(entity, entities.coordinates(entity, from, width)));
    keptPhases.stream()
        .forEach(
            relation ->
                part.keepPhase(
                    relation, Arrays.copyOfRange(phases.row(relation), from, from + width)));
    return part;
  }

  private boolean isNew(Triples triples, int triple) {
    return !hasEntity(triples.head(triple))
        || !hasEntity(triples.tail(triple))
        || !hasPhase(triples.relation(triple));
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
    Triples news = triples.select(fresh);
    double fraction = HeldBackCheck.fraction(Math.max(1, news.size()), config);
    TripleSplit split = TripleSplit.of(news, fraction, config.randomSeed());
    fresh.flip(0, triples.size());
    KnownTriples known =
        KnownTriples.of(split.training().and(triples.select(fresh)), split.heldBack());
    return new TripleSplit(split.training(), split.heldBack(), known);
  }

  /**
   * The tables to train in. A new entity begins where its kept neighbours want it ({@link
   * Induction}), at random where it has none, as a new relation does.
   */
  RotatEStart start(Triples triples, RotatEConfig config) {
    SplittableRandom random = new SplittableRandom(config.randomSeed());
    RelationPhases randomPhases =
        RotatETables.phases(triples.relationCount(), config, random.split());
    placeEntities(triples, config, random.split());
    for (int relation = 0; relation < triples.relationCount(); relation++) {
      if (!hasPhase(relation)) {
        phases.setRow(relation, randomPhases.row(relation));
      }
    }
    return new RotatEStart(config, entities, phases, new RelationClusters(triples, config));
  }

  /** One new entity after the other: there may be a million. */
  private void placeEntities(Triples triples, RotatEConfig config, SplittableRandom random) {
    long[] told = told(triples);
    int next = 0;
    for (int entity = 0; entity < triples.entityCount(); entity++) {
      if (!hasEntity(entity)) {
        Induction place = new Induction(entities.dimension());
        for (; next < told.length && IntPair.first(told[next]) == entity; next++) {
          tell(place, entity, triples, IntPair.second(told[next]));
        }
        entities.setRow(entity, place.embedding(RotatETables.row(config, random)));
      }
    }
  }

  /**
   * New entities, each with a triple that joins it with a kept one; by the entities, then triples.
   */
  private long[] told(Triples triples) {
    return IntStream.range(0, triples.size())
        .filter(i -> hasPhase(triples.relation(i)))
        .filter(i -> hasEntity(triples.head(i)) != hasEntity(triples.tail(i)))
        .mapToLong(
            i -> {
              int fresh = hasEntity(triples.head(i)) ? triples.tail(i) : triples.head(i);
              return IntPair.of(fresh, i);
            })
        .sorted()
        .toArray();
  }

  private void tell(Induction place, int entity, Triples triples, int triple) {
    int relation = triples.relation(triple);
    boolean isHead = triples.head(triple) == entity;
    int other = isHead ? triples.tail(triple) : triples.head(triple);
    place.add(relation, isHead, entities.row(other), phases.row(relation));
  }
}
