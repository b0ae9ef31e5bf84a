package org.metarec.bench.link;

import com.google.common.collect.Sets;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.metarec.bench.experiment.Arguments;
import org.metarec.bench.experiment.Experiment;
import org.metarec.bench.experiment.RotatEKeys;
import org.metarec.bench.experiment.ScratchFolder;
import org.metarec.bench.experiment.Settings;
import org.metarec.eval.FilteredRanking;
import org.metarec.eval.RankingMetrics;
import org.metarec.load.DemoGraph;
import org.metarec.model.embedding.EntityTable;
import org.metarec.model.embedding.RelationPhases;
import org.metarec.procedure.training.TrainConfig;
import org.metarec.train.RotatETrainer;
import org.metarec.train.TrainedRotatE;
import org.metarec.train.TrainingRun;
import org.metarec.train.config.RotatEConfig;
import org.metarec.triple.KnownTriples;
import org.metarec.triple.Progress;
import org.metarec.triple.Triples;
import org.metarec.triple.Workers;

/**
 * A tenth of the entities hidden from training, then placed by four fifths of their relations: how
 * well are the others ranked, against the plain mean, the mean entity, and training with all? Of a
 * folder of triples, or of the films of the demo graph ({@code demo}).
 */
public final class InductionQuality implements Experiment {
  private static final double HIDDEN = 0.1;
  private static final Set<String> KEYS = Sets.difference(RotatEKeys.ALL, Set.of("randomSeed"));

  /** Figures of each seed, by the way of placing and what is ranked. */
  private final Map<String, List<Double>> figures = new LinkedHashMap<>();

  /**
   * @param arguments the folder, or {@code demo}
   * @param settings seeds: how many, from firstSeed on; all others are a config of RotatE
   */
  @Override
  public void run(List<String> arguments, Settings settings) throws IOException {
    String name = Arguments.only(arguments, "FOLDER or demo");
    boolean isDemo = name.equals("demo");
    List<String[]> triples = isDemo ? demo() : folder(Path.of(name));
    Predicate<String> hideable = entity -> !isDemo || entity.startsWith("m");
    long firstSeed = settings.whole("firstSeed", 1);
    int seeds = settings.whole("seeds", 3);
    Map<String, Object> training = settings.othersAmong(KEYS);
    for (long seed = firstSeed; seed < firstSeed + seeds; seed++) {
      RotatEConfig config = config(training, seed);
      HiddenEntities graph = HiddenEntities.of(triples, hideable, HIDDEN, seed);
      System.err.printf(
          "seed %d: %d entities known, %d hidden, %d relations told, %d asked%n",
          seed,
          graph.knownCount(),
          graph.told().entityCount() - graph.knownCount(),
          graph.told().size(),
          graph.asked().size());
      measure(graph, config);
    }
    figures.forEach(
        (figure, values) ->
            System.out.printf(
                Locale.ROOT,
                "%-24s %s%n",
                figure,
                Spread.of(values.stream().mapToDouble(value -> value).toArray())));
  }

  private void measure(HiddenEntities graph, RotatEConfig config) {
    TrainedRotatE known =
        RotatETrainer.train(graph.training(), config, new TrainingRun(1, Progress.NONE));
    for (Placing placing : Placing.values()) {
      rank(placing.words(), placing.table(graph, known), known.phases(), graph);
    }
    TrainedRotatE all =
        RotatETrainer.train(graph.everythingTold(), config, new TrainingRun(1, Progress.NONE));
    rank("trained with all", all.entities(), all.phases(), graph);
  }

  private void rank(
      String name, EntityTable entities, RelationPhases phases, HiddenEntities graph) {
    Triples asked = graph.asked();
    KnownTriples known = KnownTriples.of(graph.everythingTold(), asked);
    double[] ranks;
    try (Workers workers = new Workers(1)) {
      ranks = new FilteredRanking(entities, phases, known).ranks(asked, workers, Progress.NONE);
    }
    double[] ofKnown =
        IntStream.range(0, asked.size())
            .mapToDouble(i -> ranks[2 * i + (asked.head(i) < graph.knownCount() ? 0 : 1)])
            .toArray();
    double[] ofHidden =
        IntStream.range(0, asked.size())
            .mapToDouble(i -> ranks[2 * i + (asked.head(i) < graph.knownCount() ? 1 : 0)])
            .toArray();
    note(name + ": neighbour", ofKnown);
    note(name + ": itself", ofHidden);
    note(name + ": mrr", ranks);
  }

  private void note(String name, double[] ranks) {
    double mrr = RankingMetrics.meanReciprocalRank(ranks);
    figures.computeIfAbsent(name, absent -> new ArrayList<>()).add(mrr);
  }

  private static RotatEConfig config(Map<String, Object> settings, long seed) {
    settings.put("randomSeed", seed);
    return TrainConfig.read(settings).rotatE();
  }

  private static List<String[]> folder(Path folder) throws IOException {
    List<String[]> triples = new ArrayList<>();
    for (String file : TripleFolder.FILES) {
      triples.addAll(TripleFolder.lines(folder.resolve(file)));
    }
    return triples;
  }

  /** Directors, actors, genres and clicks. */
  private static List<String[]> demo() throws IOException {
    List<String[]> triples = new ArrayList<>();
    try (ScratchFolder scratch = new ScratchFolder()) {
      Path folder = DemoGraph.copyTo(scratch.path());
      for (String table : List.of("directed", "acted_in", "in_genre", "clicks")) {
        List<String> lines = Files.readAllLines(folder.resolve(table + ".csv"));
        for (String line : lines.subList(1, lines.size())) {
          String[] cells = line.split(",", -1);
          triples.add(new String[] {cells[0], table, cells[1]});
        }
      }
    }
    return triples;
  }
}
