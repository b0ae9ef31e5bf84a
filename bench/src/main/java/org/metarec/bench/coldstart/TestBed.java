package org.metarec.bench.coldstart;

import com.google.common.base.Stopwatch;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.metarec.bench.coldstart.Scorer.Scored;
import org.metarec.bench.coldstart.folder.ColdStartFolder;
import org.metarec.bench.coldstart.folder.FolderGraph;
import org.metarec.bench.coldstart.folder.Scenario;
import org.metarec.bench.coldstart.folder.Scenario.Task;
import org.metarec.bench.eval.UserMeans;
import org.metarec.bench.eval.UserPredictions;
import org.metarec.bench.experiment.EmbeddedGraph;

/** A folder, loaded into a Neo4j. */
final class TestBed {
  private final ColdStartFolder folder;
  private final Judge judge;
  private final EmbeddedGraph neo4j;
  private final FolderGraph graph;

  /**
   * Loads a folder.
   *
   * @param neo4j without any nodes
   */
  TestBed(ColdStartFolder folder, EmbeddedGraph neo4j) {
    this.folder = folder;
    this.judge = new Judge(folder.ratings());
    this.neo4j = neo4j;
    Stopwatch watch = Stopwatch.createStarted();
    this.graph = FolderGraph.load(neo4j.database(), folder);
    System.err.printf(
        "%d interactions loaded in %d s%n", folder.train().size(), watch.elapsed(TimeUnit.SECONDS));
  }

  /**
   * The tests of the folder.
   *
   * @param names which; all where empty
   */
  List<Scenario> scenarios(List<String> names) {
    List<String> there = folder.scenarios().stream().map(Scenario::name).toList();
    if (!there.containsAll(names)) {
      throw new IllegalArgumentException(
          "scenarios: asked for %s, the folder has %s".formatted(names, there));
    }
    return folder.scenarios().stream()
        .filter(scenario -> names.isEmpty() || names.contains(scenario.name()))
        .toList();
  }

  /** Trains the model anew; returns the row of the call. */
  Map<String, Object> train(Map<String, Object> config) {
    return new ProgressPrinter(neo4j)
        .during(() -> neo4j.call("CALL metarec.train($config)", config));
  }

  FolderGraph graph() {
    return graph;
  }

  /** Who takes note of every score. */
  interface Listener {
    void scored(Scenario scenario, Task task, List<Scored> scored);
  }

  /** metarec, as it knows each user by some clicks. */
  Scorer metarec(int clicks, boolean history) {
    return new UserScoring(graph, clicks, history);
  }

  /** How many liked each item in training. */
  Scorer popularity() {
    return new Popularity(folder.train().stream().filter(judge::isPositive).toList());
  }

  /** The metrics of a scenario, means over its users. */
  UserMeans test(Scenario scenario, Scorer scorer, Listener listener) {
    List<UserPredictions> users = new ArrayList<>();
    for (Task task : scenario.tasks()) {
      List<Scored> scored = scorer.score(task);
      listener.scored(scenario, task, scored);
      users.add(judge.judge(task, scored));
    }
    return new UserMeans(users);
  }
}
