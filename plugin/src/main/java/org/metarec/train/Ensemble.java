package org.metarec.train;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.metarec.model.embedding.EntityTable;
import org.metarec.model.embedding.RelationPhases;
import org.metarec.train.config.RotatEConfig;
import org.metarec.triple.Progress;
import org.metarec.triple.TripleSplit;
import org.metarec.triple.Workers;

/**
 * Trains a wide embedding as up to four narrow ones on the same triples, its members, each from a
 * seed of its own, and lays them side by side. RotatE's distance is a sum over coordinates, so that
 * is an embedding like any other, whose distance is the sum of its members': what one of them has
 * learned by chance the others outvote.
 *
 * <p>Xu, Nayyeri, Vahdati, Lehmann: <em>Multiple Run Ensemble Learning with Low-Dimensional
 * Knowledge Graph Embeddings</em>, 2021, arXiv:2104.05003.
 */
final class Ensemble {
  private static final int MOST_MEMBERS = 4;

  /** Complex coordinates of a member, at least. */
  private static final int NARROWEST = 64;

  /** The members of a graph of more entities are trained one after the other: less is in memory. */
  private static final int MANY_ENTITIES = 50_000;

  private final TripleSplit split;
  private final RotatEConfig config;
  private final TrainingRun run;
  private final int members;
  private final double[] fractions;

  /**
   * @param split what all members are trained on
   * @param config of the whole
   */
  Ensemble(TripleSplit split, RotatEConfig config, TrainingRun run) {
    this.split = split;
    this.config = config;
    this.run = run;
    this.members = members(config.embeddingDimension());
    this.fractions = new double[members];
  }

  /** How many members an embedding of some width has, at least 1. */
  static int members(int dimension) {
    return Math.max(1, Math.min(MOST_MEMBERS, dimension / NARROWEST));
  }

  /**
   * The most that is in memory at once: members that are done, as they lie or side by side, and
   * those in training.
   *
   * @param whole bytes of all members that are done
   * @param inTraining how many times as much one takes in training
   */
  static long mostBytes(long whole, int inTraining, long entities, int concurrency, int members) {
    int atOnce = atOnce(entities, concurrency, members);
    return members == 1
        ? inTraining * whole
        : Math.max(2 * whole, whole * (members - atOnce + inTraining * atOnce) / members);
  }

  /** How many members are trained at once. */
  static int atOnce(long entities, int concurrency, int members) {
    return entities > MANY_ENTITIES ? 1 : Math.min(members, concurrency);
  }

  /**
   * One member.
   *
   * @param config its dimension and seed are the member's own
   * @param firstCoordinate of the whole that is the member's
   */
  record Member(RotatEConfig config, int firstCoordinate) {}

  /** How a member is trained. */
  interface Training {
    TrainedRotatE train(Member member, Workers workers, Progress progress);
  }

  /** Trains all members, several at once where the graph is not large. */
  TrainedRotatE train(Training training) {
    return train(atOnce(split.training().entityCount(), run.concurrency(), members), training);
  }

  /** Trains all members, one after the other. */
  TrainedRotatE trainOneByOne(Training training) {
    return train(1, training);
  }

  private TrainedRotatE train(int atOnce, Training training) {
    try (Workers workers = new Workers(run.concurrency())) {
      return members == 1
          ? training.train(new Member(config, 0), workers, run.progress())
          : joined(trainEach(atOnce, training), workers);
    }
  }

  private List<TrainedRotatE> trainEach(int atOnce, Training training) {
    TrainedRotatE[] trained = new TrainedRotatE[members];
    try (Workers lanes = new Workers(atOnce)) {
      lanes.run(
          members,
          number -> {
            try (Workers workers = new Workers(run.concurrency() / atOnce)) {
              trained[number] = training.train(member(number), workers, new Part(number));
            }
          });
    }
    return List.of(trained);
  }

  /** The first has the seed of the whole. */
  private Member member(int number) {
    int from = firstCoordinate(number);
    return new Member(
        config.with(
            draft -> {
              draft.embeddingDimension = firstCoordinate(number + 1) - from;
              draft.randomSeed =
                  number == 0
                      ? config.randomSeed()
                      : new SplittableRandom(config.randomSeed() + number).nextLong();
            }),
        from);
  }

  private int firstCoordinate(int number) {
    return (int) ((long) config.embeddingDimension() * number / members);
  }

  private TrainedRotatE joined(List<TrainedRotatE> trained, Workers workers) {
    EntityTable entities = entities(trained);
    RelationPhases phases = phases(trained);
    Map<String, Double> metrics =
        split.heldBack().size() == 0
            ? Map.of()
            : new HeldBackCheck(split, config).metrics(entities, phases, workers, run.progress());
    int bestEpoch = trained.stream().mapToInt(TrainedRotatE::bestEpoch).max().orElseThrow();
    return new TrainedRotatE(
        entities, phases, losses(trained), bestEpoch, metrics, split.heldBack());
  }

  private EntityTable entities(List<TrainedRotatE> trained) {
    int dimension = config.embeddingDimension();
    int entityCount = trained.get(0).entities().entityCount();
    float[] whole = new float[Math.multiplyExact(entityCount, 2 * dimension)];
    for (int number = 0; number < members; number++) {
      EntityTable part = trained.get(number).entities();
      for (int entity = 0; entity < entityCount; entity++) {
        int real = entity * 2 * dimension + firstCoordinate(number);
        int width = part.dimension();
        System.arraycopy(part.values(), part.offset(entity), whole, real, width);
        System.arraycopy(
            part.values(), part.offset(entity) + width, whole, real + dimension, width);
      }
    }
    return new EntityTable(dimension, whole);
  }

  private RelationPhases phases(List<TrainedRotatE> trained) {
    int dimension = config.embeddingDimension();
    int relationCount = trained.get(0).phases().relationCount();
    float[] whole = new float[Math.multiplyExact(relationCount, dimension)];
    for (int number = 0; number < members; number++) {
      RelationPhases part = trained.get(number).phases();
      for (int relation = 0; relation < relationCount; relation++) {
        int from = relation * dimension + firstCoordinate(number);
        System.arraycopy(part.values(), part.offset(relation), whole, from, part.dimension());
      }
    }
    return new RelationPhases(dimension, whole);
  }

  /** Of each epoch the mean over the members that ran it. */
  private static List<Double> losses(List<TrainedRotatE> trained) {
    List<List<Double>> each = trained.stream().map(TrainedRotatE::lossPerEpoch).toList();
    int epochs = each.stream().mapToInt(List::size).max().orElseThrow();
    return IntStream.range(0, epochs)
        .mapToObj(
            epoch ->
                each.stream()
                    .filter(losses -> epoch < losses.size())
                    .mapToDouble(losses -> losses.get(epoch))
                    .average()
                    .orElseThrow())
        .toList();
  }

  /** What one member reports: the whole is as far as its members are in the mean. */
  private final class Part implements Progress {
    private final int number;

    Part(int number) {
      this.number = number;
    }

    @Override
    public void report(String stage, double fraction) {
      synchronized (fractions) {
        fractions[number] = fraction;
        run.progress()
            .report(
                "%s, member %d of %d".formatted(stage, number + 1, members),
                Arrays.stream(fractions).average().orElseThrow());
      }
    }

    @Override
    public void checkRunning() {
      run.progress().checkRunning();
    }
  }
}
