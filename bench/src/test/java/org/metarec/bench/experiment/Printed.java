package org.metarec.bench.experiment;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What an experiment writes on stdout. */
public final class Printed {
  private Printed() {}

  public static List<String> by(
      Experiment experiment, List<String> arguments, Map<String, Object> settings)
      throws Exception {
    PrintStream console = System.out;
    ByteArrayOutputStream printed = new ByteArrayOutputStream();
    System.setOut(new PrintStream(printed, true, StandardCharsets.UTF_8));
    try {
      experiment.run(arguments, new Settings(settings));
    } finally {
      System.setOut(console);
    }
    return printed.toString(StandardCharsets.UTF_8).lines().toList();
  }

  /** The number at the end of each line, by the words before it. */
  public static Map<String, Double> figures(
      Experiment experiment, List<String> arguments, Map<String, Object> settings)
      throws Exception {
    Map<String, Double> figures = new LinkedHashMap<>();
    for (String line : by(experiment, arguments, settings)) {
      int last = line.lastIndexOf(' ');
      Double before =
          figures.put(line.substring(0, last), Double.valueOf(line.substring(last + 1)));
      assertThat(before).as("printed twice: %s", line).isNull();
    }
    return figures;
  }
}
