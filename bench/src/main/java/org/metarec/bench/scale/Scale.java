package org.metarec.bench.scale;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.metarec.bench.experiment.Experiment;
import org.metarec.bench.experiment.RotatEKeys;
import org.metarec.bench.experiment.Settings;
import org.metarec.procedure.training.TrainConfig;
import org.metarec.train.RotatETrainer;
import org.metarec.train.TrainingRun;
import org.metarec.train.config.RotatEConfig;
import org.metarec.triple.Triples;

/**
 * What a triple costs in training on one thread, by the number of entities; each graph has ten
 * triples an entity. 200,000 triples warm up, 300,000 are measured.
 */
public final class Scale implements Experiment {
  private static final int TRIPLES_PER_ENTITY = 10;
  private static final long WARM_UP = 200_000;
  private static final long MEASURED = 300_000;

  /**
   * @param arguments numbers of entities
   * @param settings a config of RotatE; always one thread
   */
  @Override
  public void run(List<String> arguments, Settings settings) {
    Map<String, Object> all = new HashMap<>(Map.of("validationFraction", 0.0));
    all.putAll(settings.othersAmong(RotatEKeys.ALL));
    TrainConfig config = TrainConfig.read(all);
    for (String argument :
        arguments.isEmpty() ? List.of("10000", "100000", "1000000") : arguments) {
      int entities = Integer.parseInt(argument);
      Triples triples = RandomGraph.triples(entities, entities * TRIPLES_PER_ENTITY, 1);
      measure(triples, config.rotatE());
    }
  }

  private static void measure(Triples triples, RotatEConfig config) {
    EpochWatch watch = new EpochWatch(triples.size(), config, WARM_UP, MEASURED);
    try {
      RotatETrainer.train(triples, config, new TrainingRun(1, watch));
    } catch (EpochWatch.Enough enough) {
      // the rest of the training would say nothing new
    }
    System.out.printf(
        Locale.ROOT,
        "entities %d triples %d measured %.0f: %.0f ns/triple%n",
        triples.entityCount(),
        triples.size(),
        watch.triples(),
        watch.nanosPerTriple());
  }
}
