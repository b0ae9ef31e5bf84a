package org.metarec.bench.experiment;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What is typed behind the name of an experiment.
 *
 * @param arguments words without '=', in their order
 * @param settings words with '=', by what stands before it
 */
public record CommandLine(List<String> arguments, Map<String, Object> settings) {

  /**
   * Reads the words.
   *
   * @throws IllegalArgumentException if a setting is given twice
   */
  public static CommandLine of(List<String> words) {
    List<String> arguments = new ArrayList<>();
    Map<String, Object> settings = new LinkedHashMap<>();
    for (String word : words) {
      int equals = word.indexOf('=');
      if (equals < 0) {
        arguments.add(word);
      } else if (settings.put(word.substring(0, equals), value(word.substring(equals + 1)))
          != null) {
        throw new IllegalArgumentException(
            "%s is given twice".formatted(word.substring(0, equals)));
      }
    }
    return new CommandLine(arguments, settings);
  }

  /** A number, a truth value, or a string; a comma makes a list of strings. */
  private static Object value(String text) {
    if (text.matches("-?\\d{1,18}")) {
      return Long.valueOf(text);
    }
    if (text.matches("-?(\\d+\\.?\\d*|\\.\\d+)([eE]-?\\d+)?")) {
      return Double.valueOf(text);
    }
    if (text.equals("true") || text.equals("false")) {
      return Boolean.valueOf(text);
    }
    return text.contains(",") ? List.of(text.split(",")) : text;
  }
}
