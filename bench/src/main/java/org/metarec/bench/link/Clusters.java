package org.metarec.bench.link;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.metarec.bench.experiment.Arguments;
import org.metarec.bench.experiment.Experiment;
import org.metarec.bench.experiment.Settings;
import org.metarec.bench.link.CopiedRelations.Shape;
import org.metarec.eval.FilteredRanking;
import org.metarec.procedure.training.TrainConfig;
import org.metarec.train.RotatETrainer;
import org.metarec.train.TrainedRotatE;
import org.metarec.train.TrainingRun;
import org.metarec.train.config.RotatEConfig;
import org.metarec.triple.KnownTriples;
import org.metarec.triple.Progress;
import org.metarec.triple.Workers;

/**
 * Does the cluster regularisation help relations of few triples? On {@link CopiedRelations}, the
 * same graph trained with several seeds: how well held-back triples of rare relations are ranked,
 * and how much that differs from seed to seed.
 */
public final class Clusters implements Experiment {
  private static final long DIMENSION = 32;

  @Override
  public void run(List<String> arguments, Settings settings) {
    Arguments.refuseAll(arguments);
    Shape shape =
        new Shape(
            settings.whole("entities", 300),
            settings.whole("relations", 500),
            settings.whole("rotations", 10),
            settings.whole("coordinates", 2),
            settings.number("noise", 0.1),
            settings.whole("mostTriples", 2000));
    int seeds = settings.whole("seeds", 5);
    double weight = settings.number("clusterWeight", RotatEConfig.DEFAULTS.clusterWeight());
    int epochs = settings.whole("epochs", 40);
    int most = settings.whole("relationClusters", 10);
    int graphSeed = settings.whole("graphSeed", 1);
    settings.refuseOthers();
    CopiedRelations graph = CopiedRelations.of(shape, graphSeed);
    System.err.printf(
        "%s: %d triples, %d held back%n", shape, graph.training().size(), graph.heldBack().size());
    for (int clusters : new int[] {0, most}) {
      double[][] reciprocals = new double[seeds][];
      for (int seed = 0; seed < seeds; seed++) {
        reciprocals[seed] = reciprocalRanks(graph, config(epochs, clusters, weight, seed + 1));
        System.err.printf(
            Locale.ROOT,
            "clusters %d, seed %d: mrr %.4f%n",
            clusters,
            seed + 1,
            mean(reciprocals[seed]));
      }
      Spread mrr = Spread.of(Arrays.stream(reciprocals).mapToDouble(r -> mean(r)).toArray());
      System.out.printf(
          Locale.ROOT,
          "clusters %d: mrr %s, deviation of a triple's reciprocal rank between seeds %.4f%n",
          clusters,
          mrr,
          deviation(reciprocals));
    }
  }

  static RotatEConfig config(long epochs, long clusters, double weight, long seed) {
    Map<String, Object> settings = new HashMap<>();
    settings.put("embeddingDimension", DIMENSION);
    settings.put("epochs", epochs);
    settings.put("relationClusters", clusters);
    settings.put("randomSeed", seed);
    if (clusters > 0) {
      settings.put("clusterWeight", weight);
    }
    return TrainConfig.read(settings).rotatE();
  }

  /** Of the heads and tails that are held back. */
  static double[] reciprocalRanks(CopiedRelations graph, RotatEConfig config) {
    TrainedRotatE trained =
        RotatETrainer.train(graph.training(), config, new TrainingRun(1, Progress.NONE));
    KnownTriples known = KnownTriples.of(graph.training(), graph.heldBack());
    try (Workers workers = new Workers(1)) {
      double[] ranks =
          new FilteredRanking(trained.entities(), trained.phases(), known)
              .ranks(graph.heldBack(), workers, Progress.NONE);
      return Arrays.stream(ranks).map(rank -> 1 / rank).toArray();
    }
  }

  static double mean(double[] values) {
    return Arrays.stream(values).average().orElseThrow();
  }

  /** Mean over the columns of the standard deviation over the rows. */
  private static double deviation(double[][] rows) {
    double sum = 0;
    for (int column = 0; column < rows[0].length; column++) {
      int place = column;
      sum += Spread.of(Arrays.stream(rows).mapToDouble(row -> row[place]).toArray()).deviation();
    }
    return sum / rows[0].length;
  }
}
