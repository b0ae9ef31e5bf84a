package org.metarec.bench.coldstart;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.metarec.bench.experiment.Settings;

/**
 * What the benchmark itself is told; all other keys are for {@code metarec.train}.
 *
 * @param clicks how many interactions of each support set are added, the first ones of the file;
 *     {@link #ALL} for all. One pass over the users for each
 * @param history whether they are added to the node that has the user's history, where there is
 *     one, instead of a fresh node
 * @param mixed whether new items and known ones are ranked together, in all scenarios
 * @param scenarios names; empty for all that the folder has
 * @param predictions file to write
 * @param train config of {@code metarec.train}
 */
record ColdStartSettings(
    List<Integer> clicks,
    boolean history,
    boolean mixed,
    List<String> scenarios,
    Optional<Path> predictions,
    Map<String, Object> train) {

  /** More than any support set has. */
  static final int ALL = Integer.MAX_VALUE;

  ColdStartSettings {
    clicks = List.copyOf(clicks);
    scenarios = List.copyOf(scenarios);
    if (predictions.isPresent() && clicks.size() > 1) {
      throw new IllegalArgumentException(
          "predictions: %d values of clicks would go into one file; give one"
              .formatted(clicks.size()));
    }
  }

  static ColdStartSettings read(Settings settings) {
    return new ColdStartSettings(
        settings.given("clicks").map(ColdStartSettings::texts).orElse(List.of("all")).stream()
            .map(ColdStartSettings::clicks)
            .toList(),
        settings.flag("history"),
        settings.flag("mixed"),
        settings.given("scenarios").map(ColdStartSettings::texts).orElse(List.of()),
        settings.given("predictions").map(name -> Path.of(name.toString())),
        settings.others());
  }

  private static List<String> texts(Object value) {
    return value instanceof List<?> list
        ? list.stream().map(Object::toString).toList()
        : List.of(value.toString());
  }

  private static int clicks(String text) {
    return text.equals("all") ? ALL : Integer.parseInt(text);
  }

  /** How a number of clicks is typed. */
  static String typed(int clicks) {
    return clicks == ALL ? "all" : Integer.toString(clicks);
  }
}
