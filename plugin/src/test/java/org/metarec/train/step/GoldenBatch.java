package org.metarec.train.step;

import com.google.common.base.Splitter;
import com.google.common.io.Resources;
import com.google.common.primitives.Floats;
import com.google.common.primitives.Ints;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.metarec.model.embedding.EntityTable;
import org.metarec.model.embedding.RelationPhases;
import org.metarec.train.config.Configs;
import org.metarec.train.config.RotatEConfig;
import org.metarec.triple.Corruption;
import org.metarec.triple.Triples;

/**
 * A graph, its tables and one batch of all of its triples, with what the authors' code makes of
 * them: {@code golden/rotate.csv}, which {@code rotate.py} beside it wrote.
 */
public final class GoldenBatch {
  private static final int ENTITIES = 6;
  private static final int RELATIONS = 2;
  private static final int DIMENSION = 3;

  private final Map<String, List<Double>> values;

  private GoldenBatch(Map<String, List<Double>> values) {
    this.values = values;
  }

  public static GoldenBatch read() {
    try (Stream<String> lines =
        Resources.asCharSource(Resources.getResource("golden/rotate.csv"), StandardCharsets.UTF_8)
            .lines()) {
      return new GoldenBatch(
          lines
              .map(line -> Splitter.on(',').splitToList(line))
              .collect(
                  Collectors.toMap(
                      line -> line.get(0),
                      line -> line.stream().skip(1).map(Double::valueOf).toList())));
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  public Triples triples() {
    return new Triples(ENTITIES, RELATIONS, ints("heads"), ints("relations"), ints("tails"));
  }

  /** Of the triples, 1 in total. */
  public float[] weights() {
    return floats("weights");
  }

  RotatEStart start() {
    RotatEConfig config =
        Configs.SMALL.with(
            draft -> {
              draft.embeddingDimension = DIMENSION;
              draft.margin = values.get("margin").get(0);
              draft.adversarialTemperature = values.get("adversarialTemperature").get(0);
            });
    return new RotatEStart(
        config,
        new EntityTable(DIMENSION, floats("entities")),
        new RelationPhases(DIMENSION, floats("phases")),
        new RelationClusters(triples(), config));
  }

  Batch batch(Corruption corruption) {
    Triples triples = triples();
    int[] negatives = ints("negatives");
    int ofEach = negatives.length / triples.size();
    int[] candidates =
        IntStream.range(0, triples.size())
            .flatMap(
                triple ->
                    IntStream.concat(
                        IntStream.of(negatives).skip((long) triple * ofEach).limit(ofEach),
                        IntStream.of(corruption.part(triples, triple))))
            .toArray();
    int[] members = IntStream.range(0, triples.size()).toArray();
    return new Batch(triples, members, weights(), corruption, candidates);
  }

  double loss(Corruption corruption) {
    return values.get("lossOf" + corruption).get(0);
  }

  private int[] ints(String kind) {
    return Ints.toArray(values.get(kind));
  }

  private float[] floats(String kind) {
    return Floats.toArray(values.get(kind));
  }
}
