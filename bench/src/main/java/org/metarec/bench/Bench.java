package org.metarec.bench;

import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.metarec.bench.arrivals.Arrivals;
import org.metarec.bench.coldstart.ColdStart;
import org.metarec.bench.coldstart.DemoHoldout;
import org.metarec.bench.coldstart.Forgetting;
import org.metarec.bench.coldstart.GdsComparison;
import org.metarec.bench.coldstart.LearningCurve;
import org.metarec.bench.coldstart.folder.HoldOut;
import org.metarec.bench.courses.Courses;
import org.metarec.bench.experiment.CommandLine;
import org.metarec.bench.experiment.Experiment;
import org.metarec.bench.experiment.Settings;
import org.metarec.bench.jobs.JobBoard;
import org.metarec.bench.kernel.KernelSpeed;
import org.metarec.bench.link.Clusters;
import org.metarec.bench.link.InductionQuality;
import org.metarec.bench.link.LinkPrediction;
import org.metarec.bench.scale.LargeGraphTraining;
import org.metarec.bench.scale.MemoryUse;
import org.metarec.bench.scale.Scale;
import org.metarec.bench.serve.AdaptTimes;
import org.metarec.bench.serve.BurstTimes;
import org.metarec.bench.serve.IndexRecall;
import org.metarec.bench.serve.RetrainTimes;
import org.metarec.bench.serve.ScanTimes;
import org.metarec.bench.serve.ServeTimes;

/** Runs the experiment that the first word names. */
public final class Bench {
  private static final Map<String, Experiment> EXPERIMENTS =
      Map.ofEntries(
          Map.entry("adapt", new AdaptTimes()),
          Map.entry("arrivals", new Arrivals()),
          Map.entry("burst", new BurstTimes()),
          Map.entry("clusters", new Clusters()),
          Map.entry("coldstart", new ColdStart()),
          Map.entry("courses", new Courses()),
          Map.entry("curve", new LearningCurve()),
          Map.entry("demo", new DemoHoldout()),
          Map.entry("forgetting", new Forgetting()),
          Map.entry("gds", new GdsComparison()),
          Map.entry("graph", new LargeGraphTraining()),
          Map.entry("holdout", new HoldOut()),
          Map.entry("induction", new InductionQuality()),
          Map.entry("jobs", new JobBoard()),
          Map.entry("kernel", new KernelSpeed()),
          Map.entry("kge", new LinkPrediction()),
          Map.entry("memory", new MemoryUse()),
          Map.entry("recall", new IndexRecall()),
          Map.entry("retrain", new RetrainTimes()),
          Map.entry("scale", new Scale()),
          Map.entry("scan", new ScanTimes()),
          Map.entry("serve", new ServeTimes()));

  private Bench() {}

  public static void main(String[] words) throws Exception {
    Experiment experiment = words.length == 0 ? null : EXPERIMENTS.get(words[0]);
    if (experiment == null) {
      System.err.printf(
          "usage: bench/run EXPERIMENT [WORD ...] [key=value ...]; experiments: %s%n",
          String.join(", ", new TreeSet<>(EXPERIMENTS.keySet())));
      System.exit(2);
    }
    CommandLine line = CommandLine.of(List.of(words).subList(1, words.length));
    experiment.run(line.arguments(), new Settings(line.settings()));
  }
}
