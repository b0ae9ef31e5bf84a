package org.metarec.procedure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.neo4j.driver.Record;

class TrainProcedureIT {
  @RegisterExtension static final ProcedureDatabase DATABASE = new ProcedureDatabase();

  @Test
  void theRowSaysWhatWasTrained() {
    Record row =
        DATABASE.row("CALL metarec.train({epochs: 4, metaEpochs: 2, embeddingDimension: 8})");

    assertThat(row.keys())
        .containsExactly(
            ("modelName modelVersion nodeCount tripleCount userCount itemCount interactionCount"
                    + " skipped embeddingProperty nodePropertiesWritten epochs lossPerEpoch"
                    + " metaLossPerEpoch device readMillis computeMillis metaMillis writeMillis"
                    + " configuration")
                .split(" ", -1));
    assertThat(row.get("modelName").asString()).isEqualTo("metarec");
    assertThat(row.get("nodeCount").asLong()).isEqualTo(12 + 8 + 12 + 3);
    assertThat(row.get("userCount").asLong()).isEqualTo(8);
    assertThat(row.get("itemCount").asLong()).isEqualTo(12);
    assertThat(row.get("interactionCount").asLong()).isEqualTo(27);
    assertThat(row.get("tripleCount").asLong()).isEqualTo(12 + 15 + 14 + 27);
    assertThat(row.get("embeddingProperty").asString()).isIn("rotate_a", "rotate_b");
    assertThat(row.get("nodePropertiesWritten").asLong()).isEqualTo(35 + 12 + 15 + 11 + 7);
    assertThat(row.get("epochs").asLong()).isEqualTo(row.get("lossPerEpoch").size());
    assertThat(row.get("metaLossPerEpoch").asList()).hasSize(2);
    assertThat(row.get("device").asString()).isEqualTo("cpu");
    assertThat(row.get("configuration").asMap())
        .containsEntry("embeddingDimension", 8L)
        .containsEntry("metaEpochs", 2L)
        .containsEntry("margin", 6.0)
        .containsEntry("itemLabel", "Movie")
        .containsEntry("interactionTypes", List.of("CLICKED"));
  }

  /** Eight users are one batch. */
  @Test
  void fewUsersArePassedOverMoreOften() {
    Record row = DATABASE.row("CALL metarec.train({epochs: 1, embeddingDimension: 8})");

    assertThat(row.get("metaLossPerEpoch").asList()).hasSize(180);
    assertThat(row.get("configuration").asMap()).containsEntry("metaEpochs", 180L);
  }

  @Test
  void theEstimateCountsWhatTheTrainingReads() {
    DATABASE.rows("MATCH (u:User {id: 'u5'}), (m:Movie {id: 'm1'}) CREATE (u)-[:CLICKED]->(m)");
    Record estimate = DATABASE.row("CALL metarec.train.estimate()");

    assertThat(estimate.get("nodeCount").asLong()).isEqualTo(35);
    assertThat(estimate.get("tripleCount").asLong()).isEqualTo(68);
    assertThat(estimate.get("interactionCount").asLong()).isEqualTo(27);
    assertThat(estimate.get("bytesMin").asLong()).isLessThan(estimate.get("bytesMax").asLong());
    assertThat(estimate.get("fits").asBoolean()).isTrue();
  }

  /** The model is looked for in the calling transaction too, which may have locked its node. */
  @Test
  void theEstimateOfAWarmStartCountsWhatTheCallingTransactionHasWritten() {
    DATABASE.train();
    String estimate = "CALL metarec.train.estimate({warmStart: true}) YIELD nodeCount";
    try (var session = DATABASE.driver().session();
        var transaction = session.beginTransaction()) {
      transaction.run("MATCH (model:_MetarecModel) SET model.note = 'a film more'").consume();
      transaction.run("CREATE (:Movie {id: 'm13', title: 'Collateral'})").consume();

      assertThat(transaction.run(estimate).single().get("nodeCount").asLong()).isEqualTo(35 + 1);
      transaction.rollback();
    }
    assertThat(DATABASE.row(estimate).get("nodeCount").asLong()).isEqualTo(35);
  }

  @Test
  void theSameSeedGivesTheSameModelWhateverTheConcurrency() {
    Map<String, Object> one = trained("one", 1);
    Map<String, Object> two = trained("two", 2);

    assertThat(two).isEqualTo(one);
  }

  /** What the nodes bear is not looked at any more once the call has ended. */
  @Test
  void aModelInUseIsInMemoryAgainWhenItsTrainingEnds() {
    DATABASE.train();
    DATABASE.rows("CALL metarec.recommend('u1')");
    DATABASE.train();
    DATABASE.rows(
        "MATCH (film:Movie) SET film.rotate_item_a = 'none', film.rotate_item_b = 'none'");

    assertThat(DATABASE.rows("CALL metarec.recommend('u1')")).isNotEmpty();
  }

  /** A thread's first sums are those that the engine would split in a way of its own. */
  @Test
  void aThreadThatNeverTrainedGivesTheSameModel() throws InterruptedException {
    List<Map<String, Object>> models = new ArrayList<>();
    Thread fresh =
        new Thread(
            () -> {
              models.add(trainedWithin("first"));
              models.add(trainedWithin("second"));
            });
    fresh.start();
    fresh.join();

    assertThat(models).hasSize(2);
    assertThat(models.get(1)).isEqualTo(models.get(0));
  }

  /** Trains in the calling thread. */
  private static Map<String, Object> trainedWithin(String modelName) {
    Map<String, Object> parameters = Map.of("name", modelName);
    DATABASE
        .graph()
        .executeTransactionally(
            "CALL metarec.train({modelName: $name, epochs: 4, metaEpochs: 2,"
                + " embeddingDimension: 8, randomSeed: 7})",
            parameters);
    return DATABASE
        .graph()
        .executeTransactionally(
            "CALL metarec.recommend('u1', {modelName: $name, topK: 100}) YIELD item, score"
                + " RETURN collect([item.id, score]) AS scores",
            parameters,
            rows -> rows.next());
  }

  private static Map<String, Object> trained(String modelName, int concurrency) {
    Map<String, Object> parameters = Map.of("name", modelName, "threads", concurrency);
    Record row =
        DATABASE
            .rows(
                "CALL metarec.train({modelName: $name, concurrency: $threads, epochs: 4,"
                    + " metaEpochs: 2, embeddingDimension: 8, randomSeed: 7})"
                    + " YIELD lossPerEpoch, metaLossPerEpoch RETURN *",
                parameters)
            .get(0);
    Record embeddings =
        DATABASE
            .rows(
                "MATCH (node) WHERE metarec.embedding(node, $name) IS NOT NULL"
                    + " WITH node ORDER BY id(node)"
                    + " RETURN collect(metarec.embedding(node, $name)) AS vectors",
                parameters)
            .get(0);
    Record scores =
        DATABASE
            .rows(
                "CALL metarec.recommend('u1', {modelName: $name, topK: 100}) YIELD item, score"
                    + " RETURN collect([item.id, score]) AS scores",
                parameters)
            .get(0);
    return Map.of(
        "losses", row.asMap(),
        "vectors", embeddings.asMap(),
        "scores", scores.asMap());
  }
}
