package org.metarec.bench.coldstart;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.metarec.bench.coldstart.folder.ColdStartFolder;
import org.metarec.bench.coldstart.folder.Scenario;
import org.metarec.bench.eval.ColdStartMetric;
import org.metarec.bench.experiment.EmbeddedGraph;
import org.metarec.bench.experiment.Experiment;
import org.metarec.bench.experiment.ScratchFolder;
import org.metarec.bench.experiment.Settings;

/**
 * HR@10 by the number of clicks, one line a scenario: metarec, metarec without adaptation (trained
 * so, too), and popularity. Drawn as SVG.
 */
public final class LearningCurve implements Experiment {
  /**
   * @param arguments the folder
   * @param settings see {@link ColdStartSettings}; and {@code plot}, the file of the picture
   */
  @Override
  public void run(List<String> arguments, Settings settings) throws Exception {
    Optional<Object> plot = settings.given("plot");
    require(plot.isPresent(), "plot=FILE.svg is missing: where to draw the curves");
    Map<String, Object> others = settings.others();
    others.putIfAbsent("clicks", List.of("0", "1", "3", "5", "8", "13"));
    ColdStartSettings own = ColdStartSettings.read(new Settings(others));
    require(!own.clicks().contains(ColdStartSettings.ALL), "clicks must be numbers, not 'all'");
    require(own.predictions().isEmpty(), "predictions are written by coldstart, not by curve");
    ColdStartFolder folder = ColdStart.folder(arguments, own.mixed());
    CurveChart chart = new CurveChart();
    try (ScratchFolder scratch = new ScratchFolder();
        EmbeddedGraph neo4j = new EmbeddedGraph(scratch.path())) {
      TestBed bed = new TestBed(folder, neo4j);
      List<Scenario> scenarios = bed.scenarios(own.scenarios());
      for (CurveLine line : CurveLine.values()) {
        line.train(bed, own.train());
        for (int scenario = 0; scenario < scenarios.size(); scenario++) {
          List<CurveLine.Point> points = points(bed, scenarios.get(scenario), line, own);
          chart.add(scenario, scenarios.get(scenario).name(), line, points);
        }
      }
    }
    chart.write(Path.of(plot.get().toString()));
  }

  private static void require(boolean holds, String message) {
    if (!holds) {
      throw new IllegalArgumentException(message);
    }
  }

  private static List<CurveLine.Point> points(
      TestBed bed, Scenario scenario, CurveLine line, ColdStartSettings own) {
    List<CurveLine.Point> points = new ArrayList<>();
    for (int clicks : own.clicks()) {
      Scorer scorer = line.scorer(bed, clicks, own.history());
      double hitRate =
          bed.test(scenario, scorer, (where, task, scored) -> {})
              .mean(ColdStartMetric.HR_10)
              .orElseThrow();
      System.out.printf(
          Locale.ROOT,
          "%s hr@10 clicks=%d%s %.4f%n",
          scenario.name(),
          clicks,
          line.detail(),
          hitRate);
      points.add(new CurveLine.Point(clicks, hitRate));
    }
    return points;
  }
}
