package org.metarec.bench.coldstart;

import com.google.common.base.Stopwatch;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import org.metarec.bench.coldstart.folder.ColdStartFolder;
import org.metarec.bench.coldstart.folder.Scenario;
import org.metarec.bench.eval.ColdStartMetric;
import org.metarec.bench.eval.UserMeans;
import org.metarec.bench.experiment.Arguments;
import org.metarec.bench.experiment.EmbeddedGraph;
import org.metarec.bench.experiment.Experiment;
import org.metarec.bench.experiment.ScratchFolder;
import org.metarec.bench.experiment.Settings;

/**
 * How good recommendations are for new users and of new items: a folder is loaded, trained on, and
 * each user of its tests becomes a fresh node with the clicks of the support set alone.
 */
public final class ColdStart implements Experiment {
  /**
   * @param arguments the folder
   * @param settings see {@link ColdStartSettings}
   */
  @Override
  public void run(List<String> arguments, Settings settings) throws Exception {
    ColdStartSettings own = ColdStartSettings.read(settings);
    ColdStartFolder folder = folder(arguments, own.mixed());
    try (ScratchFolder scratch = new ScratchFolder();
        EmbeddedGraph neo4j = new EmbeddedGraph(scratch.path())) {
      TestBed bed = new TestBed(folder, neo4j);
      List<Scenario> scenarios = bed.scenarios(own.scenarios());
      Stopwatch watch = Stopwatch.createStarted();
      bed.train(own.train()).forEach((column, value) -> System.err.println(column + " " + value));
      printSeconds("train", watch);
      watch.reset().start();
      test(bed, scenarios, own);
      printSeconds("adapt+score", watch);
    }
  }

  static ColdStartFolder folder(List<String> arguments, boolean mixed) throws IOException {
    return ColdStartFolder.read(Path.of(Arguments.only(arguments, "FOLDER")), mixed);
  }

  private static void test(TestBed bed, List<Scenario> scenarios, ColdStartSettings own)
      throws IOException {
    if (own.predictions().isPresent()) {
      try (PredictionFile file = new PredictionFile(own.predictions().get())) {
        test(bed, scenarios, own, file::write);
      }
    } else {
      test(bed, scenarios, own, (scenario, task, scored) -> {});
    }
  }

  private static void test(
      TestBed bed, List<Scenario> scenarios, ColdStartSettings own, TestBed.Listener listener) {
    for (Scenario scenario : scenarios) {
      for (int clicks : own.clicks()) {
        Scorer metarec = bed.metarec(clicks, own.history());
        UserMeans means = bed.test(scenario, metarec, listener);
        boolean isOneOfMany = own.clicks().size() > 1;
        String detail = isOneOfMany ? " clicks=" + ColdStartSettings.typed(clicks) : "";
        for (ColdStartMetric metric : ColdStartMetric.values()) {
          print(scenario.name() + " " + metric.printedName() + detail, metric, means);
        }
      }
    }
  }

  /** The figure on stdout, with its standard error on stderr. */
  static void print(String name, ColdStartMetric metric, UserMeans means) {
    if (means.mean(metric).isPresent()) {
      double mean = means.mean(metric).getAsDouble();
      System.out.printf(Locale.ROOT, "%s %.4f%n", name, mean);
      System.err.printf(
          Locale.ROOT,
          "%s %.4f +- %.4f (%d users)%n",
          name,
          mean,
          means.standardError(metric),
          means.users(metric));
    }
  }

  static void printSeconds(String what, Stopwatch watch) {
    double seconds = watch.elapsed(TimeUnit.MILLISECONDS) / 1000.0;
    System.out.printf(Locale.ROOT, "seconds %s %.1f%n", what, seconds);
  }
}
