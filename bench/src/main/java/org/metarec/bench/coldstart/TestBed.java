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
import org.metarec.bench.coldstart.UserScoring.Scored;
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

  ColdStartFolder folder() {
    return folder;
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

  /**
   * The metrics of a scenario.
   *
   * @param clicks interactions of the support that each user is known by
   */
  UserMeans test(Scenario scenario, int clicks, boolean history, Listener listener) {
    UserScoring scoring = new UserScoring(graph, history);
    List<UserPredictions> users = new ArrayList<>();
    for (Task task : scenario.tasks()) {
      List<Scored> scored = scoring.score(task, clicks);
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
