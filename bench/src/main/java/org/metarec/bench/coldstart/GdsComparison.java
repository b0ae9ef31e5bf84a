package org.metarec.bench.coldstart;

import com.google.common.base.Stopwatch;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.metarec.bench.coldstart.folder.ColdStartFolder;
import org.metarec.bench.coldstart.folder.Scenario;
import org.metarec.bench.eval.ColdStartMetric;
import org.metarec.bench.eval.UserMeans;
import org.metarec.bench.experiment.EmbeddedGraph;
import org.metarec.bench.experiment.Experiment;
import org.metarec.bench.experiment.ScratchFolder;
import org.metarec.bench.experiment.Settings;

/**
 * metarec beside Neo4j's Graph Data Science library on the folder of {@link ColdStart}, each by the
 * same clicks of the same users.
 */
public final class GdsComparison implements Experiment {
  /** Those whose items somebody likes: of new ones Node Similarity says nothing. */
  private static final Set<String> OF_KNOWN_ITEMS = Set.of("warm", "uc");

  private static final String RECOMMEND =
      """
      MATCH (user) WHERE elementId(user) = $user
      CALL metarec.recommend(user) YIELD item RETURN item
      """;

  /**
   * @param arguments the folder
   * @param settings see {@link GdsSettings}
   */
  @Override
  public void run(List<String> arguments, Settings settings) throws Exception {
    GdsSettings own = GdsSettings.read(settings);
    ColdStartFolder folder = ColdStart.folder(arguments, false);
    Judge judge = new Judge(folder.ratings());
    try (ScratchFolder scratch = new ScratchFolder();
        EmbeddedGraph neo4j = new EmbeddedGraph(scratch.path())) {
      TestBed bed = new TestBed(folder, neo4j);
      GraphDataScience gds = new GraphDataScience(neo4j.database(), judge.leastPositive());
      ClickTimes times =
          new ClickTimes(bed.graph(), judge, bed.scenarios(List.of("uc")).get(0).tasks());
      NodeSimilarity similarity =
          new NodeSimilarity(gds, bed.graph(), own.neighbours(), own.similarity());
      test(bed, similarity);
      Stopwatch watch = Stopwatch.createStarted();
      Scorer fastRp = FastRp.embed(gds, own.fastRp(), bed.graph(), judge);
      ColdStart.printSeconds("fastrp", watch);
      test(bed, "fastrp", fastRp);
      if (own.metarec()) {
        watch.reset().start();
        bed.train(own.train());
        ColdStart.printSeconds("train", watch);
        test(bed, "metarec", bed.metarec(ColdStartSettings.ALL, false));
        time(times, gds, similarity);
      }
    }
  }

  private static void test(TestBed bed, NodeSimilarity similarity) {
    for (Scenario scenario : bed.scenarios(List.of())) {
      if (OF_KNOWN_ITEMS.contains(scenario.name())) {
        Stopwatch watch = Stopwatch.createStarted();
        Scorer answers = similarity.answers(scenario);
        ColdStart.printSeconds("node-similarity " + scenario.name(), watch);
        print(bed, scenario, "node-similarity", answers);
      }
    }
  }

  private static void test(TestBed bed, String route, Scorer scorer) {
    for (Scenario scenario : bed.scenarios(List.of())) {
      print(bed, scenario, route, scorer);
    }
  }

  private static void print(TestBed bed, Scenario scenario, String route, Scorer scorer) {
    UserMeans means = bed.test(scenario, scorer, (of, task, scored) -> {});
    for (ColdStartMetric metric : List.of(ColdStartMetric.HR_10, ColdStartMetric.NDCG_10)) {
      String name = "%s %s %s".formatted(scenario.name(), metric.printedName(), route);
      ColdStart.print(name, metric, means);
    }
  }

  private static void time(ClickTimes times, GraphDataScience gds, NodeSimilarity similarity) {
    times.print("metarec", user -> gds.count(RECOMMEND, Map.of("user", user)));
    times.print("node-similarity", user -> similarity.firstTen());
    Stopwatch watch = Stopwatch.createStarted();
    gds.projectLikes();
    ColdStart.printSeconds("project", watch);
  }
}
