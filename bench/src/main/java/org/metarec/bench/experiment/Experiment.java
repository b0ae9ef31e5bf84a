package org.metarec.bench.experiment;

import java.util.List;

/** One experiment. */
public interface Experiment {
  /**
   * Runs it; prints a line a figure on stdout.
   *
   * @param arguments words without '='
   * @param settings words with '=', none of them read so far
   */
  void run(List<String> arguments, Settings settings) throws Exception;
}
