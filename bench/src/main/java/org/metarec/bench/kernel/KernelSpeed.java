package org.metarec.bench.kernel;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.metarec.bench.experiment.Arguments;
import org.metarec.bench.experiment.Experiment;
import org.metarec.bench.experiment.Settings;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.options.OptionsBuilder;

/**
 * Positives a second of RotatE's step, by JMH, and how many times that of the automatic gradient:
 * by the processor time, and by the time that passed. An error is half the width of a confidence
 * interval of 99.9 %.
 */
public final class KernelSpeed implements Experiment {
  /**
   * @param settings parameters of {@link KernelBenchmark}, each a value or several
   */
  @Override
  public void run(List<String> arguments, Settings settings) throws Exception {
    Arguments.refuseAll(arguments);
    var options =
        new OptionsBuilder()
            .include(KernelBenchmark.class.getName())
            .addProfiler(ProcessorTime.class)
            .output("/dev/stderr");
    for (String name : List.of("shape", "step", "threads")) {
      settings
          .given(name)
          .map(value -> value.toString().replaceAll("[\\[\\] ]", "").split(","))
          .ifPresent(values -> options.param(name, values));
    }
    settings.refuseOthers();
    Map<String, Speed> baselines = new HashMap<>();
    for (RunResult result : new Runner(options.build()).run()) {
      String shape = result.getParams().getParam("shape");
      Speed speed = Speed.of(result, KernelShape.valueOf(shape).batchSize());
      Speed baseline = baselines.computeIfAbsent(shape, first -> speed);
      System.out.printf(
          Locale.ROOT,
          "%s %s threads %s: %s; times the first %.2f by processor time, %.2f by the clock%n",
          shape,
          result.getParams().getParam("step"),
          result.getParams().getParam("threads"),
          speed,
          speed.ofProcessor / baseline.ofProcessor,
          speed.ofClock / baseline.ofClock);
    }
  }

  /** Positives a second of processor time and of the clock's, each with its error. */
  private record Speed(
      double ofProcessor, double processorError, double ofClock, double clockError) {

    static Speed of(RunResult result, int batchSize) {
      Result<?> clock = result.getPrimaryResult();
      Result<?> processor = result.getSecondaryResults().get(ProcessorTime.LABEL);
      double ofProcessor = batchSize / processor.getScore();
      return new Speed(
          ofProcessor,
          ofProcessor * processor.getScoreError() / processor.getScore(),
          batchSize * clock.getScore(),
          batchSize * clock.getScoreError());
    }

    @Override
    public String toString() {
      return String.format(
          Locale.ROOT,
          "%.0f ± %.0f positives a processor second, %.0f ± %.0f a second",
          ofProcessor,
          processorError,
          ofClock,
          clockError);
    }
  }
}
