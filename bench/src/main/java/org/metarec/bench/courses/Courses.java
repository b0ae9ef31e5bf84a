package org.metarec.bench.courses;

import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.metarec.bench.eval.HitRate;
import org.metarec.bench.experiment.Arguments;
import org.metarec.bench.experiment.EmbeddedGraph;
import org.metarec.bench.experiment.Experiment;
import org.metarec.bench.experiment.ScratchFolder;
import org.metarec.bench.experiment.Settings;

/**
 * The next course of learners, of courses that require each other: is it among the first ten of
 * {@code metarec.recommend}? Against how often courses were taken, the rule that one would write,
 * and the utilities by which the academy was made, which nobody knows better. New courses open
 * after the training.
 */
public final class Courses implements Experiment {
  private static final int TOP = 10;

  /** A rule: the higher, the better. */
  private interface Rule {
    double worth(int learner, int course);
  }

  /** The first ten courses for a learner. */
  private interface Choice {
    List<Integer> of(int learner);
  }

  /**
   * @param settings seed: of the academy; all others are a config of {@code metarec.train}
   */
  @Override
  public void run(List<String> arguments, Settings settings) throws Exception {
    Arguments.refuseAll(arguments);
    Academy academy = new Academy(settings.whole("seed", 7));
    try (ScratchFolder home = new ScratchFolder();
        EmbeddedGraph neo4j = new EmbeddedGraph(home.path())) {
      AcademyGraph graph = new AcademyGraph(neo4j.database(), academy);
      Map<String, Object> config = new LinkedHashMap<>(settings.others());
      config.put("interactionTypes", List.of(AcademyGraph.ENROLLED.name()));
      System.err.println(neo4j.call("CALL metarec.train($config)", config));
      graph.openNew();
      test(academy, "metarec", learner -> recommended(neo4j, learner));
    }
    double[] takers = new double[Academy.COURSES];
    IntStream.range(0, Academy.LEARNERS)
        .forEach(learner -> academy.before(learner).forEach(course -> takers[course]++));
    test(academy, "taken most", by(academy, (learner, course) -> takers[course]));
    test(academy, "prepared, own topic, taken most", by(academy, rule(academy, takers)));
    test(
        academy,
        "true utility",
        by(
            academy,
            (learner, course) ->
                academy.utility(learner, course, Set.copyOf(academy.before(learner)))));
  }

  private static List<Integer> recommended(EmbeddedGraph neo4j, int learner) {
    return neo4j
        .database()
        .executeTransactionally(
            "CALL metarec.recommend($learner, {topK: $top}) YIELD item RETURN item.id AS id",
            Map.of("learner", learner, "top", TOP),
            rows -> rows.stream().map(row -> ((Number) row.get("id")).intValue()).toList());
  }

  /** First what requires only what was taken, then topics by how many were taken. */
  private static Rule rule(Academy academy, double[] takers) {
    return (learner, course) -> {
      List<Integer> before = academy.before(learner);
      Set<Integer> required = academy.required(course);
      boolean isNext = !required.isEmpty() && before.containsAll(required);
      long ofTopic =
          before.stream().filter(other -> academy.topic(other) == academy.topic(course)).count();
      return (isNext ? 1e6 : 0) + 1e4 * ofTopic + takers[course];
    };
  }

  private static Choice by(Academy academy, Rule rule) {
    return learner -> {
      Set<Integer> before = new HashSet<>(academy.before(learner));
      return IntStream.range(0, Academy.COURSES)
          .filter(course -> !before.contains(course))
          .boxed()
          .sorted(Comparator.comparingDouble(course -> -rule.worth(learner, course)))
          .limit(TOP)
          .toList();
    };
  }

  private static void test(Academy academy, String name, Choice choice) {
    Map<Boolean, List<Boolean>> hits =
        IntStream.range(0, Academy.LEARNERS)
            .boxed()
            .collect(
                Collectors.partitioningBy(
                    learner -> academy.last(learner) >= Academy.FIRST_NEW,
                    Collectors.mapping(
                        learner -> choice.of(learner).contains(academy.last(learner)),
                        Collectors.toList())));
    print(name + ", known", hits.get(false));
    print(name + ", new", hits.get(true));
  }

  private static void print(String name, List<Boolean> hits) {
    System.out.printf("%s: %s (%d)%n", name, HitRate.of(TOP, hits), hits.size());
  }
}
