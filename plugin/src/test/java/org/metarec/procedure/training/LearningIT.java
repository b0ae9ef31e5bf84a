package org.metarec.procedure.training;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.metarec.graph.SchemaConfig;
import org.metarec.graph.discovery.SchemaDiscovery;
import org.metarec.graph.reading.GraphReader;
import org.metarec.graph.reading.TrainingGraph;
import org.metarec.tensor.EngineDevice;
import org.metarec.testing.EmptyDatabase;
import org.metarec.testing.TinyMovieGraph;
import org.metarec.triple.Progress;
import org.metarec.triple.Triples;
import org.metarec.triple.time.UnreadInteractions;

class LearningIT {
  @RegisterExtension static final EmptyDatabase DATABASE = new EmptyDatabase();

  /** What embeddings are measured by is held back from what they read. */
  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5})
  void embeddingsAreNotMeasuredByWhatTheyDoNotRead(long seed) {
    TinyMovieGraph.create(DATABASE.service());
    TrainingGraph graph =
        DATABASE.read(
            tx ->
                GraphReader.read(
                    tx, SchemaDiscovery.of(tx, SchemaConfig.NONE, Progress.NONE), Progress.NONE));
    UnreadInteractions unread = UnreadInteractions.of(graph.interactions(), graph.triples(), seed);
    TrainConfig config =
        TrainConfig.read(Map.of("epochs", 1L, "validationFraction", 0.4, "randomSeed", seed));

    Triples heldBack =
        new Learning(graph, unread, EngineDevice.named("cpu"), Optional.empty(), Progress.NONE)
            .embed(List.of(config))
            .trained()
            .heldBack();

    int films = graph.vocabulary().itemCount();
    assertThat(heldBack.size()).isGreaterThan(10);
    assertThat(IntStream.range(0, heldBack.size()))
        .noneMatch(i -> unread.has(heldBack.head(i) - films, heldBack.tail(i)));
  }
}
