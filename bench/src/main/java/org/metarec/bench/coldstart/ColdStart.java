package org.metarec.bench.coldstart;

import com.google.common.base.Stopwatch;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.metarec.bench.Bench;
import org.metarec.eval.ColdStartMetric;
import org.metarec.eval.UserMeans;

/**
 * How good recommendations are for new users and of new items: a folder is loaded, trained on, and
 * each user of its tests becomes a fresh node with the clicks of the support set alone.
 */
public final class ColdStart implements Bench.Experiment {

  /**
   * @param arguments the folder
   * @param settings see {@link ColdStartSettings}
   */
  @Override
  public void run(List<String> arguments, Map<String, Object> settings) throws Exception {
    ColdStartSettings own = ColdStartSettings.read(settings);
    try (TestBed bed = new TestBed(Path.of(arguments.get(0)))) {
      Stopwatch watch = Stopwatch.createStarted();
      report(bed.train(own.train()));
      printSeconds("train", watch);
      watch.reset().start();
      test(bed, own);
      printSeconds("adapt+score", watch);
    }
  }

  private static void report(Map<String, Object> row) {
    row.forEach((column, value) -> System.err.printf("%s %s%n", column, value));
  }

  private static void test(TestBed bed, ColdStartSettings own) throws IOException {
    if (own.predictions().isPresent()) {
      try (PredictionFile file = new PredictionFile(own.predictions().get())) {
        test(bed, own, file::write);
      }
    } else {
      test(bed, own, (scenario, task, scored) -> {});
    }
  }

  private static void test(TestBed bed, ColdStartSettings own, TestBed.Listener listener) {
    for (Scenario scenario : bed.folder().scenarios()) {
      for (int clicks : own.wants(scenario) ? own.clicks() : List.<Integer>of()) {
        UserMeans means = bed.test(scenario, clicks, own.history(), listener);
        print(scenario.name(), own.clicks().size() > 1 ? clicks(clicks) : "", means);
      }
    }
  }

  private static String clicks(int clicks) {
    return " clicks=" + (clicks == ColdStartSettings.ALL ? "all" : clicks);
  }

  private static void print(String scenario, String clicks, UserMeans means) {
    for (ColdStartMetric metric : ColdStartMetric.values()) {
      means
          .mean(metric)
          .ifPresent(
              mean -> {
                String figure = scenario + " " + metric.printedName() + clicks;
                System.out.printf(Locale.ROOT, "%s %.4f%n", figure, mean);
                System.err.printf(
                    Locale.ROOT,
                    "%s %.4f +- %.4f (%d users)%n",
                    figure,
                    mean,
                    means.standardError(metric),
                    means.users(metric));
              });
    }
  }

  private static void printSeconds(String what, Stopwatch watch) {
    System.out.printf(
        Locale.ROOT, "seconds %s %.1f%n", what, watch.elapsed(TimeUnit.MILLISECONDS) / 1000.0);
  }
}
