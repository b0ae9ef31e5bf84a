package org.metarec.bench.link;

import com.google.common.base.Stopwatch;
import com.google.common.collect.Sets;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.metarec.bench.eval.TailChoice;
import org.metarec.bench.experiment.Arguments;
import org.metarec.bench.experiment.Experiment;
import org.metarec.bench.experiment.RotatEKeys;
import org.metarec.bench.experiment.Settings;
import org.metarec.eval.FilteredRanking;
import org.metarec.eval.RankingMetrics;
import org.metarec.eval.RelationRanking;
import org.metarec.procedure.training.TrainConfig;
import org.metarec.train.RotatETrainer;
import org.metarec.train.TrainedRotatE;
import org.metarec.train.TrainingRun;
import org.metarec.train.Trial;
import org.metarec.triple.Progress;
import org.metarec.triple.TripleSplit;
import org.metarec.triple.Triples;
import org.metarec.triple.Workers;

/**
 * Trains RotatE on a folder of triples with the defaults that {@code metarec.train} has for a graph
 * of its size, stops by {@code valid.txt}, and ranks {@code test.txt}; or {@code valid.txt}, where
 * settings are being chosen. Prints the area under precision and recall too where true tails are
 * told from few, as in Countries.
 */
public final class LinkPrediction implements Experiment {

  private static final Set<String> ON_THE_PROCESSOR = Set.of("auto", "cpu");

  /** What is held back is a file and no fraction. */
  private static final Set<String> KEYS =
      Sets.union(
          Sets.difference(RotatEKeys.ALL, Set.of("validationFraction")),
          Set.of("concurrency", "device"));

  /**
   * @param arguments the folder; and {@code valid}, not to read the test file, which is for once
   * @param settings a config of RotatE, {@code concurrency}, and {@code device}, which is the
   *     processor
   */
  @Override
  public void run(List<String> arguments, Settings settings) throws Exception {
    boolean isValid = arguments.size() == 2 && arguments.get(1).equals("valid");
    Arguments.require(isValid || arguments.size() == 1, arguments, "FOLDER [valid]");
    TrainConfig given = TrainConfig.read(settings.othersAmong(KEYS));
    if (!ON_THE_PROCESSOR.contains(given.device())) {
      throw new IllegalArgumentException(
          "device is '%s', but kge trains on the processor: 'cpu', or leave it out"
              .formatted(given.device()));
    }
    TripleFolder folder = TripleFolder.read(Path.of(arguments.get(0)));
    Triples tested = isValid ? folder.valid() : folder.test();
    TripleSplit split = folder.split();
    Stopwatch watch = Stopwatch.createStarted();
    Trial<TrainConfig> best =
        Trial.best(
            given.forGraph(folder.train().entityCount(), folder.train().size(), 0),
            new Report(),
            (config, part) ->
                RotatETrainer.train(
                    split, config.rotatE(), new TrainingRun(config.concurrency(), part)));
    double seconds = seconds(watch);
    TrainConfig config = best.config();
    TrainedRotatE trained = best.trained();
    System.err.printf("%n%s%n", config.rotatE());
    watch.reset().start();
    try (Workers workers = new Workers(config.concurrency())) {
      printEntities(trained, split, tested, workers);
      print("ranking_seconds", seconds(watch));
      printRelations(trained, split, tested, workers);
    }
    new TailChoice(trained.entities(), trained.phases(), folder.all())
        .areaUnderPrecisionRecall(tested)
        .ifPresent(area -> print("auc_pr", area));
    print("epochs", trained.lossPerEpoch().size());
    print("best_epoch", trained.bestEpoch());
    print("seconds", seconds);
  }

  private static void printEntities(
      TrainedRotatE trained, TripleSplit split, Triples tested, Workers workers) {
    double[] ranks =
        new FilteredRanking(trained.entities(), trained.phases(), split.known())
            .ranks(tested, workers, Progress.NONE);
    printRanks("", ranks);
    print("mean_rank", RankingMetrics.meanRank(ranks));
  }

  private static void printRelations(
      TrainedRotatE trained, TripleSplit split, Triples tested, Workers workers) {
    double[] ranks =
        new RelationRanking(trained.entities(), trained.phases(), split.known())
            .ranks(tested, workers, Progress.NONE);
    printRanks("relation_", ranks);
  }

  private static void printRanks(String prefix, double[] ranks) {
    print(prefix + "mrr", RankingMetrics.meanReciprocalRank(ranks));
    for (int k : new int[] {1, 3, 10}) {
      print(prefix + "hits@" + k, RankingMetrics.hitsAt(k, ranks));
    }
  }

  private static double seconds(Stopwatch watch) {
    return watch.elapsed().toMillis() / 1000.0;
  }

  private static void print(String name, double value) {
    System.out.printf(Locale.ROOT, "%s %.4f%n", name, value);
  }

  /** Writes where training is to stderr. */
  private static final class Report implements Progress {
    @Override
    public void report(String stage, double fraction) {
      System.err.printf(Locale.ROOT, "\r%5.1f %%  %s", 100 * fraction, stage);
    }

    @Override
    public void checkRunning() {}
  }
}
