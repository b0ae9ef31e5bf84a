package org.metarec.bench.coldstart;

import com.google.common.base.Stopwatch;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.metarec.bench.coldstart.folder.ColdStartFolder;
import org.metarec.bench.coldstart.folder.FolderGraph;
import org.metarec.bench.coldstart.folder.ForgettingSplit;
import org.metarec.bench.coldstart.folder.Scenario;
import org.metarec.bench.eval.ColdStartMetric;
import org.metarec.bench.eval.UserMeans;
import org.metarec.bench.experiment.EmbeddedGraph;
import org.metarec.bench.experiment.Experiment;
import org.metarec.bench.experiment.ScratchFolder;
import org.metarec.bench.experiment.Settings;

/**
 * What a warm start forgets and learns: items until a year are loaded and trained on, then those
 * after it come with their ratings, and the training goes on. New users are asked for items of both
 * before and after.
 */
public final class Forgetting implements Experiment {
  /**
   * @param arguments the folder; of its tests nothing is read but their names
   * @param settings {@code until}, the last year of the old items; {@code ewcWeight} and {@code
   *     warmEpochs}, the {@code metaEpochs} of the warm start; the other keys are for the first
   *     {@code metarec.train}, whose settings the warm start keeps
   */
  @Override
  public void run(List<String> arguments, Settings settings) throws Exception {
    Map<String, Object> goOn = new HashMap<>(Map.of("warmStart", true));
    settings.given("ewcWeight").ifPresent(weight -> goOn.put("ewcWeight", weight));
    settings.given("warmEpochs").ifPresent(epochs -> goOn.put("metaEpochs", epochs));
    ColdStartFolder folder = ColdStart.folder(arguments, false);
    ForgettingSplit split = ForgettingSplit.of(folder, settings.whole("until", 1996));
    try (ScratchFolder scratch = new ScratchFolder();
        EmbeddedGraph neo4j = new EmbeddedGraph(scratch.path())) {
      FolderGraph graph = FolderGraph.empty(neo4j.database(), folder);
      Judge judge = new Judge(folder.ratings());
      graph.addItems(split.oldItems());
      graph.addInteractions(split.oldRatings());
      train("train", neo4j, settings.others());
      graph.addItems(split.newItems());
      test("before", graph, judge, split);
      graph.addInteractions(split.newRatings());
      train("warm start", neo4j, goOn);
      test("after", graph, judge, split);
    }
  }

  private static void train(String what, EmbeddedGraph neo4j, Map<String, Object> config) {
    Stopwatch watch = Stopwatch.createStarted();
    new ProgressPrinter(neo4j)
        .during(() -> neo4j.call("CALL metarec.train($config)", config))
        .forEach((column, value) -> System.err.println(column + " " + value));
    ColdStart.printSeconds(what, watch);
  }

  private static void test(String when, FolderGraph graph, Judge judge, ForgettingSplit split) {
    Scorer metarec = new UserScoring(graph, ColdStartSettings.ALL, false);
    for (Scenario scenario : List.of(split.old(), split.fresh())) {
      UserMeans means =
          new UserMeans(
              scenario.tasks().stream()
                  .map(task -> judge.judge(task, metarec.score(task)))
                  .toList());
      double error = means.standardError(ColdStartMetric.HR_10);
      System.out.printf(
          Locale.ROOT,
          "%s %s %s %.4f%n",
          scenario.name(),
          ColdStartMetric.HR_10.printedName(),
          when,
          means.mean(ColdStartMetric.HR_10).orElse(Double.NaN));
      System.err.printf(
          Locale.ROOT, "+- %.4f (%d users)%n", error, means.users(ColdStartMetric.HR_10));
    }
  }
}
