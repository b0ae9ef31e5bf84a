package org.metarec.procedure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.metarec.testing.Soon;
import org.neo4j.driver.Record;
import org.neo4j.driver.Value;
import org.neo4j.graphdb.Transaction;
import org.neo4j.logging.NullLog;

class ModelProcedureIT {
  private static final String LABELS_AND_KEYS =
      "MATCH (node) UNWIND labels(node) + keys(node) AS name"
          + " RETURN name, count(*) AS count ORDER BY name";

  @RegisterExtension static final ProcedureDatabase DATABASE = new ProcedureDatabase();

  @BeforeEach
  void startAnew() {
    DATABASE.startAnew();
  }

  private static void train(String modelName, long seed) {
    DATABASE.rows(
        ("CALL metarec.train({modelName: '%s', randomSeed: %d, epochs: 2, metaEpochs: 1,"
                + " embeddingDimension: 4, validationFraction: 0.3})")
            .formatted(modelName, seed));
  }

  private static List<Record> recommend(String modelName) {
    return DATABASE.rows(
        "CALL metarec.recommend('u5', {modelName: '%s'}) YIELD item, score RETURN item.id, score"
            .formatted(modelName));
  }

  @Test
  void theVersionIsThatOfTheBuild() {
    assertThat(DATABASE.row("RETURN metarec.version() AS version").get("version").asString())
        .matches("\\d+\\.\\d+\\.\\d+.*");
  }

  @Test
  void withoutATrainingThereAreNoModelsAndNoJobs() {
    assertThat(DATABASE.rows("CALL metarec.model.list()")).isEmpty();
    assertThat(DATABASE.rows("CALL metarec.progress()")).isEmpty();
  }

  @Test
  void twoModelsLiveSideBySide() {
    train("metarec", 1);
    List<Record> before = recommend("metarec");
    train("other", 2);

    assertThat(recommend("metarec")).isEqualTo(before).isNotEqualTo(recommend("other"));
    List<Record> models = DATABASE.rows("CALL metarec.model.list()");
    assertThat(models.stream().map(row -> row.get("modelName").asString()))
        .containsExactly("metarec", "other");
    assertThat(models.get(1).get("nodeCount").asLong()).isEqualTo(35);
    assertThat(models.get(1).get("embeddingProperty").asString()).startsWith("rotate_other_");
    assertThat(models.get(1).get("configuration").get("randomSeed").asLong()).isEqualTo(2);
    assertThat(models.get(1).get("createdAt").asZonedDateTime()).isNotNull();
    assertThat(models.get(1).get("metrics").asMap(Value::asDouble))
        .containsOnlyKeys(
            "mrr",
            "hitsAt1",
            "hitsAt3",
            "hitsAt10",
            "meanRank",
            "relationMrr",
            "itemHitsAt10",
            "popularityHitsAt10",
            "itemsHeldBack")
        .hasEntrySatisfying("itemHitsAt10", value -> assertThat(value).isBetween(0.0, 1.0))
        .hasEntrySatisfying("mrr", value -> assertThat(value).isBetween(1.0 / 35, 1.0))
        .hasEntrySatisfying("meanRank", value -> assertThat(value).isBetween(1.0, 35.0));
  }

  @Test
  void theEmbeddingIsTheLiveProperty() {
    train("metarec", 1);

    assertThat(
            DATABASE.row(
                "CALL metarec.model.list() YIELD embeddingProperty"
                    + " MATCH (film:Movie {id: 'm1'})"
                    + " RETURN metarec.embedding(film) AS called,"
                    + " [x IN film[embeddingProperty] | toFloat(x)] AS stored"))
        .satisfies(row -> assertThat(row.get("called")).isEqualTo(row.get("stored")))
        .satisfies(row -> assertThat(row.get("called").size()).isEqualTo(8));
    assertThat(
            DATABASE
                .row("CREATE (stranger:Stranger) RETURN metarec.embedding(stranger) AS vector")
                .get("vector")
                .isNull())
        .isTrue();
  }

  @Test
  void aDropLeavesLabelsAndKeysAsTheyWere() {
    List<Record> before = DATABASE.rows(LABELS_AND_KEYS);
    train("metarec", 1);
    train("metarec", 2);
    DATABASE.rows("CALL metarec.adapt()");
    assertThat(DATABASE.rows(LABELS_AND_KEYS)).isNotEqualTo(before);

    assertThat(DATABASE.row("CALL metarec.model.drop('metarec')").get("modelName").asString())
        .isEqualTo("metarec");

    assertThat(DATABASE.rows(LABELS_AND_KEYS)).isEqualTo(before);
    assertThat(DATABASE.rows("CALL metarec.model.list()")).isEmpty();
  }

  @Test
  void aDroppedModelIsToldOfNoMoreCommits(@TempDir Path natives) {
    train("metarec", 1);
    ModelProcedure procedure = new ModelProcedure();
    procedure.metarec = new Metarec(DATABASE.graph(), natives);
    procedure.log = NullLog.getInstance();
    procedure.status = new NoStatus();
    procedure.terminationGuard = () -> {};
    try (Transaction tx = DATABASE.graph().beginTx()) {
      procedure.metarec.catalog().live(tx, "metarec");
    }
    assertThat(procedure.metarec.changes().listeners()).isEqualTo(1);

    assertThat(procedure.drop("metarec", true)).hasSize(1);
    assertThat(Soon.comesTrue(() -> procedure.metarec.changes().listeners() == 0)).isTrue();
  }

  /** They would wait for each other until the call gives up. */
  @Test
  void whatWorksInTransactionsOfItsOwnIsRefusedToOneThatHasChanges() {
    train("metarec", 1);
    String change = "MATCH (user:User {id: 'u1'}) SET user.name = 'Grace' WITH user ";

    for (String call :
        List.of(
            "metarec.train() YIELD modelName",
            "metarec.model.drop('metarec') YIELD modelName",
            "metarec.adapt(null) YIELD clicks")) {
      assertThatThrownBy(() -> DATABASE.rows(change + "CALL " + call + " RETURN 1"))
          .hasMessageContaining("changes that are not committed")
          .hasMessageContaining("commit first");
    }
    assertThat(recommend("metarec")).isNotEmpty();
    assertThat(DATABASE.rows(change + "CALL metarec.adapt(user) YIELD clicks RETURN clicks"))
        .hasSize(1);
  }

  @Test
  void aDropWithoutANameIsRefused() {
    assertThatThrownBy(() -> DATABASE.rows("CALL metarec.model.drop(null)"))
        .hasMessageContaining("modelName is null but must be the name of a model");
  }

  @Test
  void droppingAModelThatIsNotThereIsAnErrorUnlessAllowed() {
    assertThatThrownBy(() -> DATABASE.rows("CALL metarec.model.drop('books')"))
        .hasMessageContaining("there is no model 'books'")
        .hasMessageContaining("with CALL metarec.model.drop('books', false) that is no error");
    assertThatThrownBy(() -> DATABASE.rows("CALL metarec.model.drop('books', null)"))
        .hasMessageContaining("there is no model 'books'");
    assertThat(DATABASE.rows("CALL metarec.model.drop('books', false)")).isEmpty();
  }
}
