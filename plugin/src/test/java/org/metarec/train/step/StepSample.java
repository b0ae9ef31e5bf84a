package org.metarec.train.step;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.metarec.model.embedding.EntityTable;
import org.metarec.model.embedding.RelationPhases;
import org.metarec.testing.GroupedPhases;
import org.metarec.testing.RandomTables;
import org.metarec.testing.RandomTriples;
import org.metarec.testing.ReferenceRotatE;
import org.metarec.train.config.Configs;
import org.metarec.train.config.RotatEConfig;
import org.metarec.triple.Corruption;
import org.metarec.triple.Triples;

/** A random graph with untrained tables and one batch of it. */
public final class StepSample {
  public static final int ENTITIES = 30;
  public static final int RELATIONS = 9;
  private static final int PAIRS_PER_TRIPLE = 8;

  final RotatEConfig config;
  final EntityTable entities;
  final RelationPhases phases;
  final Batch batch;
  final Triples graph;
  final RelationClusters clusters;

  public StepSample(long seed, Corruption corruption, int dimension, int triples) {
    this(seed, corruption, triples, settings(dimension));
  }

  StepSample(long seed, Corruption corruption, int triples, RotatEConfig config) {
    this.config = config;
    entities = RandomTables.entities(seed, ENTITIES, config.embeddingDimension());
    phases = GroupedPhases.of(seed + 1, RELATIONS, 3, config.embeddingDimension(), 0.5);
    graph = RandomTriples.of(seed + 2, ENTITIES, RELATIONS, triples);
    batch = batch(seed, corruption, graph);
    clusters = new RelationClusters(graph, config);
    clusters.find(phases);
    clusters.find(phases); // groups have formed when they are found again as they were
  }

  private StepSample(StepSample sample, Batch batch) {
    this.config = sample.config;
    this.entities = sample.entities;
    this.phases = sample.phases;
    this.graph = sample.graph;
    this.clusters = sample.clusters;
    this.batch = batch;
  }

  /** The margin is about the distance of random rows: truths and negatives count alike. */
  public static RotatEConfig settings(int dimension) {
    return Configs.SMALL.with(
        draft -> {
          draft.embeddingDimension = dimension;
          draft.margin = dimension;
          draft.relationClusters = 3;
        });
  }

  /** The same graph and tables with another batch. */
  public StepSample with(long seed, Corruption corruption) {
    return new StepSample(this, batch(seed, corruption, graph));
  }

  private static Batch batch(long seed, Corruption corruption, Triples graph) {
    SplittableRandom random = new SplittableRandom(seed);
    int[] members = new int[graph.size() / 2];
    float[] weights = new float[members.length];
    Arrays.setAll(members, position -> random.nextInt(graph.size()));
    int[] candidates = new int[members.length * PAIRS_PER_TRIPLE];
    for (int position = 0; position < members.length; position++) {
      weights[position] = (float) random.nextDouble(0, 2.0 / members.length);
      int first = position * PAIRS_PER_TRIPLE;
      for (int i = 0; i < PAIRS_PER_TRIPLE - 1; i++) { // a few hold NegativeSampler.NONE
        candidates[first + i] = random.nextInt(-1, corruption.choices(graph));
      }
      candidates[first + PAIRS_PER_TRIPLE - 1] = corruption.part(graph, members[position]);
    }
    return new Batch(graph, members, weights, corruption, candidates);
  }

  public Batch batch() {
    return batch;
  }

  /** What steps begin with: the tables of this sample. */
  public RotatEStart start() {
    return new RotatEStart(config, entities, phases, clusters);
  }

  /** How many triples of the graph a relation has. */
  int triplesOf(int relation) {
    return (int)
        IntStream.range(0, graph.size()).filter(i -> graph.relation(i) == relation).count();
  }

  double[][] entityRows() {
    double[][] rows = new double[ENTITIES][];
    for (int entity = 0; entity < ENTITIES; entity++) {
      rows[entity] = ReferenceRotatE.doubles(entities.row(entity));
    }
    return rows;
  }

  double[][] phaseRows() {
    double[][] rows = new double[RELATIONS][];
    for (int relation = 0; relation < RELATIONS; relation++) {
      rows[relation] = ReferenceRotatE.doubles(phases.row(relation));
    }
    return rows;
  }
}
