package org.metarec.bench.coldstart;

import com.google.common.base.Stopwatch;
import com.google.common.io.MoreFiles;
import com.google.common.io.RecursiveDeleteOption;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.metarec.bench.EmbeddedGraph;
import org.metarec.bench.coldstart.Scenario.Task;
import org.metarec.bench.coldstart.Scorer.Scored;
import org.metarec.eval.UserMeans;
import org.metarec.eval.UserPredictions;
import org.neo4j.internal.kernel.api.exceptions.ProcedureException;

/** A folder in a Neo4j of its own, on a store that is deleted in the end. */
final class TestBed implements AutoCloseable {
  private final ColdStartFolder folder;
  private final Judge judge;
  private final Path home;
  private final EmbeddedGraph neo4j;
  private final FolderGraph graph;

  TestBed(Path path) throws IOException, ProcedureException {
    folder = ColdStartFolder.read(path);
    judge = new Judge(folder.ratings());
    home = Files.createTempDirectory("metarec-coldstart");
    neo4j = new EmbeddedGraph(home);
    Stopwatch watch = Stopwatch.createStarted();
    graph = FolderGraph.load(neo4j.database(), folder);
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

  @Override
  public void close() throws IOException {
    neo4j.close();
    MoreFiles.deleteRecursively(home, RecursiveDeleteOption.ALLOW_INSECURE);
  }
}
