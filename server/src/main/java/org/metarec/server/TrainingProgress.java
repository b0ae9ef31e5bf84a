package org.metarec.server;

import java.io.PrintStream;
import java.util.Locale;

/** Shows how far training is: one line that renews itself on a terminal, a few lines elsewhere. */
final class TrainingProgress {
  private static final int BAR_WIDTH = 30;
  private static final int STEPS_IN_A_FILE = 4;

  private final PrintStream output;
  private final boolean isTerminal;
  private int lastStep = -1;

  TrainingProgress(PrintStream output, boolean isTerminal) {
    this.output = output;
    this.isTerminal = isTerminal;
  }

  /**
   * Shows a state.
   *
   * @param task what is being done, in the plugin's words
   * @param fraction done, 0 to 1
   */
  void show(String task, double fraction) {
    int filled = (int) (fraction * BAR_WIDTH);
    String line =
        String.format(
            Locale.ROOT,
            "training [%s%s] %3.0f %%  %s",
            "#".repeat(filled),
            " ".repeat(BAR_WIDTH - filled),
            fraction * 100,
            task);
    int step = (int) (fraction * STEPS_IN_A_FILE);
    if (isTerminal) {
      output.print("\r" + line + "\u001b[K");
      output.flush();
    } else if (step > lastStep) {
      output.println(line);
    }
    lastStep = Math.max(step, lastStep);
  }

  /** Ends the line that renews itself. */
  void finish() {
    if (isTerminal && lastStep >= 0) {
      output.println();
    }
  }
}
