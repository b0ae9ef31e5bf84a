package org.metarec.bench.kernel;

import java.nio.file.Path;
import org.metarec.model.kernel.Kernel;
import org.metarec.tensor.EngineStart;
import org.metarec.train.processor.ProcessorRotatEStep;
import org.metarec.train.step.Batch;
import org.metarec.train.step.RotatEStart;
import org.metarec.train.step.RotatEStep;
import org.metarec.triple.Workers;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/**
 * One step of RotatE; drawing the batch is left out. Each implementation has a JVM of its own, with
 * the options of the one that starts it.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@Fork(1)
@Warmup(iterations = 5, time = 2)
@Measurement(iterations = 5, time = 2)
public class KernelBenchmark {
  private static final int BATCHES = 8;
  private static final double LEARNING_RATE = 0.001;

  /** The graph and its batches. */
  @Param public KernelShape shape;

  /** What computes the step; the others are compared with the first. */
  @Param public Implementation step;

  /** Threads of the kernels; the others always take one. */
  @Param("1")
  public int threads;

  private Workers workers;
  private RotatEStep running;
  private Batch[] batches;
  private int next;

  /** What computes a step. */
  public enum Implementation {
    AUTOGRAD {
      @Override
      RotatEStep begin(RotatEStart start, Workers workers) {
        EngineStart.start(Path.of(System.getProperty("java.io.tmpdir"), "metarec-engine"));
        return new AutogradRotatEStep(start);
      }
    },
    BATCH_ORDER {
      @Override
      RotatEStep begin(RotatEStart start, Workers workers) {
        return new BatchOrderRotatEStep(start);
      }
    },
    PLAIN {
      @Override
      RotatEStep begin(RotatEStart start, Workers workers) {
        return ProcessorRotatEStep.of(start, workers, Kernel.PLAIN);
      }
    },
    VECTOR {
      @Override
      RotatEStep begin(RotatEStart start, Workers workers) {
        return ProcessorRotatEStep.of(start, workers, Kernel.VECTOR);
      }
    };

    abstract RotatEStep begin(RotatEStart start, Workers workers);
  }

  @Setup
  public void begin() {
    workers = new Workers(threads);
    running = step.begin(shape.start(), workers);
    batches = shape.batches(BATCHES);
  }

  @Benchmark
  public double[] step() {
    next = (next + 1) % batches.length;
    return running.run(batches[next], LEARNING_RATE);
  }

  @TearDown
  public void end() {
    running.close();
    workers.close();
  }
}
