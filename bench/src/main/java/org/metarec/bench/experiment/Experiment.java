package org.metarec.bench.experiment;

import java.util.List;
import java.util.Map;

/** One experiment. */
public interface Experiment {
  /**
   * Runs it; prints a line a figure on stdout.
   *
   * @param arguments words without '='
   * @param settings words with '=', as a config map
   */
  void run(List<String> arguments, Map<String, Object> settings) throws Exception;
}
