package org.metarec.bench;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.metarec.procedure.TrainConfig;
import org.metarec.train.RotatEConfig;
import org.metarec.train.RotatETrainer;
import org.metarec.triple.Triples;

/**
 * What a triple costs in training, by the number of entities; each graph has ten triples an entity.
 * 100,000 triples warm up, 200,000 are measured.
 */
final class Scale implements Bench.Experiment {
  private static final int TRIPLES_PER_ENTITY = 10;
  private static final long WARM_UP = 100_000;
  private static final long MEASURED = 200_000;

  /**
   * @param arguments numbers of entities
   * @param settings a config of {@code metarec.train}; one thread if it does not say
   */
  @Override
  public void run(List<String> arguments, Map<String, Object> settings) {
    Map<String, Object> all = new HashMap<>(Map.of("validationFraction", 0.0, "concurrency", 1L));
    all.putAll(settings);
    TrainConfig config = TrainConfig.read(all);
    for (String argument :
        arguments.isEmpty() ? List.of("10000", "100000", "1000000") : arguments) {
      int entities = Integer.parseInt(argument);
      Triples triples = RandomGraph.triples(entities, entities * TRIPLES_PER_ENTITY, 1);
      measure(triples, config.rotatE(), config.concurrency());
    }
  }

  private static void measure(Triples triples, RotatEConfig config, int threads) {
    EpochWatch watch = new EpochWatch(triples.size(), config, WARM_UP, MEASURED);
    try {
      RotatETrainer.train(triples, config, threads, watch);
    } catch (EpochWatch.Enough enough) {
      // the rest of the training would say nothing new
    }
    System.out.printf(
        Locale.ROOT,
        "entities %d triples %d threads %d measured %.0f: %.0f ns/triple%n",
        triples.entityCount(),
        triples.size(),
        threads,
        watch.triples(),
        watch.nanosPerTriple());
  }
}
