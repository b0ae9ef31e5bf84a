package org.metarec.server;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.neo4j.driver.exceptions.Neo4jException;

/** From the command line to a new user's recommendations: what {@code ./quickstart} runs. */
public final class Quickstart {
  private final Installation installation;
  private final Options options;
  private final PrintStream output;
  private final Stages stages;

  Quickstart(Installation installation, Options options, PrintStream output, Duration build) {
    this.installation = installation;
    this.options = options;
    this.output = output;
    this.stages = new Stages(build, System::nanoTime);
  }

  /**
   * Runs the command line.
   *
   * <p>The script passes {@code metarec.plugin}, the plugin's jar, {@code metarec.buildSeconds},
   * how long it has built, and {@code metarec.terminal}, whether a person watches. The password may
   * stand in {@code METAREC_PASSWORD}.
   */
  public static void main(String[] arguments) throws IOException, InterruptedException {
    // UTF-8 whatever the locale says
    var output =
        new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);
    try {
      Options options =
          Options.parse(List.of(arguments), Optional.ofNullable(System.getenv("METAREC_PASSWORD")));
      Duration build = Duration.ofSeconds(Long.getLong("metarec.buildSeconds", 0));
      new Quickstart(Installation.ofThisProcess(), options, output, build).run();
    } catch (QuickstartException problem) {
      System.err.println("error: " + problem.getMessage());
      System.exit(problem.exitStatus());
    } catch (Neo4jException refused) {
      System.err.println("error: Neo4j says: " + refused.getMessage());
      System.exit(QuickstartException.FAILURE);
    }
  }

  /** Starts the server, shows what was asked for, and stays until it is stopped. */
  void run() throws IOException, InterruptedException {
    output.println("Starting Neo4j in " + options.home() + " ...");
    try (var server = MetarecServer.start(installation, options)) {
      stages.ended("server");
      if (options.graph() == Options.Graph.DEMO) {
        demonstrate(server);
      }
      printAddresses(server);
      output.println(stages);
      if (options.graph() == Options.Graph.NONE) {
        output.println("ready");
      }
      if (!options.exit()) {
        output.println("Ctrl-C stops it.");
        server.awaitEnd();
      }
    }
  }

  private void demonstrate(MetarecServer server) throws IOException, InterruptedException {
    var demo = new Demo(server.driver());
    demo.refuseAnotherGraph(options.home());
    if (demo.isTrained()) {
      output.println("The graph and the model of an earlier start are there.");
    } else {
      output.println("Loading the demo graph ...");
      demo.load(server.home().imports());
      stages.ended("graph");
      output.println("Training ...");
      demo.train(new TrainingProgress(output, Boolean.getBoolean("metarec.terminal")));
      stages.ended("training");
    }
    demo.welcomeNewUser();
    List<String> lines = demo.recommendations();
    stages.ended("recommendation");
    output.printf(
        "%nA new user watched %s. Recommended:%n%n", String.join(", ", demo.clickedFilms()));
    lines.forEach(output::println);
  }

  private void printAddresses(MetarecServer server) {
    output.printf(
        "%nBrowser:  %s   user %s   password %s%nBolt:     %s%n",
        server.browser(), Login.USER, server.password(), server.bolt());
    if (options.graph() == Options.Graph.DEMO) { // the guide's queries are about its films
      output.printf("Guide:    :guide %s%n", server.guide());
    }
    output.println();
  }
}
