package org.metarec.procedure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.assertj.core.api.AbstractThrowableAssert;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.neo4j.driver.Record;

/** The table of bad input, row by row; a process that is killed is another test's. */
class BadInputIT {
  private static final String QUICK = "epochs: 2, metaEpochs: 1, embeddingDimension: 4";

  @RegisterExtension static final ProcedureDatabase DATABASE = new ProcedureDatabase();

  @BeforeEach
  void startAnew() {
    DATABASE.startAnew();
  }

  private static void train() {
    DATABASE.rows("CALL metarec.train({%s})".formatted(QUICK));
  }

  private static AbstractThrowableAssert<?, ?> assertRefused(String query) {
    return assertThatThrownBy(() -> DATABASE.rows(query));
  }

  @Test
  void allThatIsWrongWithAConfigComesInOneError() {
    assertRefused("CALL metarec.train({dimension: 8, epochs: 'many', metaEpochs: -1})")
        .hasMessageContaining("unknown key 'dimension'; did you mean 'embeddingDimension'?")
        .hasMessageContaining("epochs is 'many' (a string) but must be an integer")
        .hasMessageContaining("metaEpochs is -1 but must be 0 to 10000");
    assertRefused("CALL metarec.recommend(['u1'], {topk: 3, diversity: 2, clicks: [{film: 'm1'}]})")
        .hasMessageContaining("user is ['u1'] (a list)")
        .hasMessageContaining("unknown key 'topk'; did you mean 'topK'?")
        .hasMessageContaining("diversity is 2.0 but must be between 0 and 1")
        .hasMessageContaining("clicks[0]: unknown key 'film'; the keys are at, item, rating")
        .hasMessageContaining("clicks[0]: item is null but must be a node or the value of its key");
    assertRefused("CALL metarec.recommend(null, {clicks: [{rating: 'good'}]})")
        .hasMessageContaining("clicks[0]: rating is 'good' (a string)")
        .hasMessageContaining("clicks[0]: item is null");
    assertRefused("CALL metarec.similar('m1', {device: 'cpu'})")
        .hasMessageContaining("unknown key 'device'; the keys are modelName, topK");
    assertRefused("MATCH (u:User {id: 'u1'}) CALL metarec.score([u], 'm1') YIELD item RETURN item")
        .hasMessageContaining("user is [a node] (a list)");
    assertRefused("CALL metarec.adapt(null, {batchsize: 0})")
        .hasMessageContaining("did you mean 'batchSize'?");
    assertRefused("CALL metarec.train({device: 'abacus'})").hasMessageContaining("device");
    assertRefused("CALL metarec.train({device: 'cuda:7'})")
        .hasMessageContaining("device is 'cuda:7' but PyTorch sees no GPU here")
        .hasMessageContaining("start Neo4j with PYTORCH_LIBRARY_PATH set to");
    assertRefused("CALL metarec.schema({itemLabel: 'Movies'})")
        .hasMessageContaining("did you mean 'Movie'");
  }

  @Test
  void nobodyByThatNameIsAnErrorWithKeyAndValue() {
    train();

    assertRefused("CALL metarec.recommend('u99')").hasMessageContaining("no User has id 'u99'");
    assertRefused("CALL metarec.recommend(reduce(key = '', i IN range(1, 5000) | key + 'u'))")
        .hasMessageContaining("no User has id '" + "u".repeat(100) + "…';");
    assertRefused("CALL metarec.recommend(17)").hasMessageContaining("no User has id 17");
    assertRefused("CALL metarec.recommend(true)").hasMessageContaining("no User has id true");
    assertRefused("CALL metarec.recommend(point({x: 1, y: 2}))")
        .hasMessageContaining("no User has id point({x: 1.0, y: 2.0");
    assertRefused("CALL metarec.explain('u1', 'm99')")
        .hasMessageContaining("no Movie has id 'm99'");
    assertRefused("CALL metarec.score('u1', ['m1', 'm99'])").hasMessageContaining("'m99'");
    assertRefused("CALL metarec.similar('m99')").hasMessageContaining("'m99'");
    assertRefused("CALL metarec.complete('m99')").hasMessageContaining("no Movie has id 'm99'");
    assertRefused("CALL metarec.adapt(['u1', 'u99'])").hasMessageContaining("'u99'");
    assertRefused("CALL metarec.score('u99', ['m1'])").hasMessageContaining("no User has id 'u99'");
    assertRefused("CALL metarec.explain('u99', 'm1')").hasMessageContaining("no User has id 'u99'");
    for (String config : List.of("candidates: ['m1', 'm99']", "clicks: ['m1', {item: 'm99'}]")) {
      assertRefused("CALL metarec.recommend('u1', {%s})".formatted(config))
          .hasMessageContaining("no Movie has id 'm99'");
    }
    assertRefused("MATCH (film:Movie {id: 'm1'}) CALL metarec.recommend(film) YIELD item RETURN 1")
        .hasMessageContaining("is no User");
    for (String call : List.of("recommend(null)", "score(null, 'm1')", "explain(null, 'm1')")) {
      assertRefused("CALL metarec." + call)
          .hasMessageContaining("user is null")
          .hasMessageEndingWith("{clicks: [...]}, or that nothing was: {clicks: []}");
    }
    assertThat(DATABASE.rows("CALL metarec.recommend(null, {clicks: []})")).isNotEmpty();
  }

  @Test
  void withoutAModelEveryCallSaysHowToGetOne() {
    for (String call :
        List.of(
            "recommend('u1')",
            "score('u1', ['m1'])",
            "explain('u1', 'm1')",
            "similar('m1')",
            "complete('m1')",
            "adapt()")) {
      assertRefused("CALL metarec." + call).hasMessageContaining("CALL metarec.train()");
    }
    assertRefused("MATCH (film:Movie) RETURN metarec.embedding(film)")
        .hasMessageContaining("there is no model 'metarec'")
        .hasMessageContaining("CALL metarec.train()");
    train();
    assertRefused("MATCH (film:Movie) RETURN metarec.embedding(film, 'other')")
        .hasMessageContaining("there is no model 'other', only metarec");
  }

  @Test
  void aLabelThatWasRenamedSinceTheTrainingIsMissed() {
    train();
    DATABASE.rows("MATCH (film:Movie) SET film:Film REMOVE film:Movie");

    assertRefused("CALL metarec.recommend('u1')")
        .hasMessageContaining("recommends nodes with the label 'Movie', of which there are none");

    DATABASE.rows("MATCH (film:Film) SET film:Movie REMOVE film:Film");
    assertThat(DATABASE.rows("CALL metarec.recommend('u1')")).isNotEmpty();
  }

  @Test
  void anEmptyGraphIsToldWhatWasLookedFor() {
    DATABASE.clear();

    for (String call : List.of("train()", "train.estimate()", "schema()")) {
      assertRefused("CALL metarec." + call)
          .hasMessageContaining("nothing to learn from: looked for interactions (CLICKED");
    }
    assertThat(DATABASE.rows("MATCH (node) RETURN node")).isEmpty();
  }

  @Test
  void relationsAloneGiveEmbeddingsOnly() {
    DATABASE.rows("MATCH (user:User) DETACH DELETE user");

    Record row = DATABASE.row("CALL metarec.train({epochs: 2, embeddingDimension: 4})");

    assertThat(row.get("metaMillis").asLong()).isZero();
    assertThat(row.get("userCount").asLong()).isZero();
    assertThat(row.get("itemCount").asLong()).isZero();
    assertThat(row.get("nodeCount").asLong()).isEqualTo(27);
    assertRefused("CALL metarec.recommend('u1')")
        .hasMessageContaining("embeddings only")
        .hasMessageContaining("interactions");
    assertRefused("MATCH (film:Movie {id: 'm12'}) CALL metarec.similar(film) YIELD item RETURN 1")
        .hasMessageContaining("model 'metarec' knows no items: none were found")
        .hasMessageContaining("set itemLabel and train it again");
    assertRefused("CALL metarec.complete('m12')")
        .hasMessageContaining("model 'metarec' knows no items: none were found")
        .hasMessageContaining("pass metarec.complete a node");
    assertThat(
            DATABASE.rows(
                "MATCH (film:Movie {id: 'm12'}) CALL metarec.complete(film) YIELD candidate"
                    + " RETURN candidate"))
        .isNotEmpty();
  }

  /** As after an import that has failed. */
  @Test
  void aModelThatRecommendsIsNotReplacedByEmbeddingsUnasked() {
    DATABASE.rows("CALL metarec.train({%s})".formatted(QUICK));
    DATABASE.rows("MATCH (:User)-[click:CLICKED]->() DELETE click");

    assertRefused("CALL metarec.train({%s})".formatted(QUICK))
        .hasMessageContaining("no interactions are in the graph, and model 'metarec'")
        .hasMessageContaining("set interactionTypes, to [] if");
    assertThat(DATABASE.rows("CALL metarec.recommend('u1')")).isNotEmpty();

    DATABASE.rows("CALL metarec.train({interactionTypes: [], %s})".formatted(QUICK));
    assertRefused("CALL metarec.recommend('u1')").hasMessageContaining("embeddings only");
  }

  @Test
  void itemsWithoutAnyInteractionGiveEmbeddingsOnlyToo() {
    DATABASE.rows("MATCH (user:User) DETACH DELETE user");

    Record row = DATABASE.row("CALL metarec.train({itemLabel: 'Movie', %s})".formatted(QUICK));

    assertThat(row.get("itemCount").asLong()).isEqualTo(12);
    assertThat(row.get("userCount").asLong()).isZero();
    assertThat(row.get("metaLossPerEpoch").asList()).isEmpty();
    assertRefused("CALL metarec.recommend('u1')").hasMessageContaining("embeddings only");
    assertRefused("CALL metarec.adapt()").hasMessageContaining("embeddings only");
    assertThat(DATABASE.rows("CALL metarec.similar('m1', {topK: 100})")).hasSize(11);
    assertThat(DATABASE.rows("CALL metarec.complete('m12')")).isNotEmpty();
    assertRefused("CALL metarec.similar('m99')").hasMessageContaining("no Movie has id 'm99'");
  }

  @Test
  void aRatingThatIsNoNumberIsLeftOutAndCounted() {
    DATABASE.rows(
        "MATCH (user:User)-[click:CLICKED]->() SET click.rating ="
            + " CASE user.id WHEN 'u1' THEN 'good' WHEN 'u2' THEN 0.0/0.0 ELSE 4 END,"
            + " click.at = CASE user.id WHEN 'u3' THEN 'yesterday' ELSE click.at END");

    Record row = DATABASE.row("CALL metarec.train({%s})".formatted(QUICK));

    assertThat(row.get("interactionCount").asLong()).isEqualTo(27);
    assertThat(row.get("skipped").asMap())
        .isEqualTo(
            Map.of("rating of CLICKED is not a number", 7L, "at of CLICKED is not a time", 3L));
    assertThat(DATABASE.log())
        .contains("train 'metarec': skipped, 7 times: rating of CLICKED is not a number")
        .contains("train 'metarec': skipped, 3 times: at of CLICKED is not a time");
  }

  @Test
  void aGraphThatDoesNotFitIsRefusedWithTheEstimateUnlessToldOtherwise() {
    String tooMuch = "batchSize: 65536, embeddingDimension: 2400, epochs: 1, metaEpochs: 0";
    Record estimate = DATABASE.row("CALL metarec.train.estimate({%s})".formatted(tooMuch));

    assertThat(estimate.get("fits").asBoolean()).isFalse();
    assertRefused("CALL metarec.train({%s})".formatted(tooMuch))
        .hasMessageContaining(estimate.get("requiredMemory").asString())
        .hasMessageContaining("GiB")
        .hasMessageContaining("sudo: true");
    assertThat(DATABASE.rows("CALL metarec.model.list()")).isEmpty();
    // so large a batch would not fit, but no batch of so small a graph is so large
    assertThat(DATABASE.rows("CALL metarec.train({%s, sudo: true})".formatted(tooMuch))).hasSize(1);
    assertThat(DATABASE.rows("CALL metarec.recommend('u1')")).isNotEmpty();
  }

  @Test
  void aTrainingThatLeavesTheFiniteNumbersSaysWhereAndLeavesNoModel() {
    String wild = "epochs: %d, batchSize: %d, embeddingDimension: 4, learningRate: 1e39";
    assertRefused("CALL metarec.train({%s})".formatted(wild.formatted(2, 8)))
        .hasMessageContaining("the loss is NaN in epoch 1, batch ")
        .hasMessageMatching(
            "(?s).* at \\(:\\w+ \\{id: '\\w+'}\\)-\\[:\\w+]->\\(:\\w+ \\{\\w+: .+}\\): .*");
    assertRefused("CALL metarec.train({%s})".formatted(wild.formatted(1, 4096)))
        .hasMessageContaining("after 1 epochs; try a learningRate below 1.0E39");
    assertThat(DATABASE.rows("CALL metarec.model.list()")).isEmpty();
  }

  @Test
  void aStemInUseIsRefused() {
    train();

    assertRefused("CALL metarec.train({modelName: 'other', writeProperty: 'rotate'})")
        .hasMessageContaining("writeProperty 'rotate' is refused");
    assertRefused("CALL metarec.train({writeProperty: 'rotate_item'})")
        .hasMessageContaining("model 'metarec' uses 'rotate'");
  }
}
