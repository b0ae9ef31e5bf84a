package org.metarec.graph.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.metarec.GraphMismatchException;
import org.metarec.graph.node.NodeIds;
import org.metarec.model.taste.PriorPart;
import org.metarec.testing.TinyModel;
import org.metarec.triple.Progress;
import org.neo4j.graphdb.Transaction;

class ModelStoreIT extends StoredModels {
  private List<ModelNode> listed() {
    return DATABASE.read(
        tx ->
            store.list(
                tx,
                unreadable -> {
                  throw unreadable;
                }));
  }

  @Test
  void whatIsPublishedIsReadBack() {
    ModelNode published = train("metarec", "rotate", 1);

    assertThat(live()).isEqualTo(published);
    assertThat(published.relations()).isEqualTo(TinyModel.RELATIONS);
    assertThat(published.schema()).isEqualTo(TinyModel.SCHEMA);
    assertThat(published.sharedMoments()).isEqualTo(TinyModel.SHARED_MOMENTS);
    assertThat(published.provenance().configuration())
        .containsEntry("margin", 9.0)
        .containsEntry("without", List.of("gru"));
    assertThat(published.nodeCount()).isEqualTo(12 + 8 + 12 + 3);
    assertThat(published.property(NodePart.EMBEDDING)).isEqualTo("rotate_a");
  }

  @Test
  void everyNodeHasItsOwnRow() {
    train("metarec", "rotate", 1);

    Publication expected = DATABASE.read(tx -> TinyModel.publication(tx, "metarec", "rotate", 1));
    DATABASE.read(
        tx -> {
          for (int entity = 0; entity < expected.vocabulary().nodeCount(); entity++) {
            long id = expected.vocabulary().nodeId(entity);
            assertThat(NodeIds.find(tx, id).orElseThrow().getProperty("rotate_a"))
                .isEqualTo(expected.model().entities().row(entity));
          }
          return null;
        });
  }

  @Test
  void parametersComeBackBitForBit() {
    ModelNode model = train("metarec", "rotate", 1);

    Publication publication =
        DATABASE.read(tx -> TinyModel.publication(tx, "metarec", "rotate", 1));
    ModelParameters written = ModelParameters.of(publication.model());
    ModelParameters found = DATABASE.read(tx -> store.parameters(tx, model));
    assertThat(found.phases().values()).isEqualTo(written.phases().values());
    assertThat(found.featureRows().values()).isEqualTo(written.featureRows().values());
    assertThat(found.meanItem().values()).isEqualTo(written.meanItem().values());
    assertThat(found.featureValues()).isEqualTo(written.featureValues());
    assertThat(found.valueRows()).containsOnlyKeys(NodePart.ATTRIBUTE, NodePart.PROFILE);
    found
        .valueRows()
        .forEach(
            (part, rows) -> {
              assertThat(rows.lengths()).doesNotContain(0).hasSize(2);
              assertThat(rows.numbers()).isEqualTo(written.valueRows().get(part).numbers());
            });
    for (PriorPart part : PriorPart.values()) {
      assertThat(found.taste().orElseThrow().prior().part(part))
          .as(part.key())
          .isEqualTo(written.taste().orElseThrow().prior().part(part));
    }
  }

  @Test
  void theNextTrainingTakesTheOtherSlotAndClearsTheFirst() {
    ModelNode first = train("metarec", "rotate", 1);
    ModelNode second = train("metarec", "rotate", 2);

    assertThat(second.property(NodePart.EMBEDDING)).isEqualTo("rotate_b");
    assertThat(second.version()).isGreaterThan(first.version());
    for (String part : List.of("rotate", "rotate_item", "rotate_attribute")) {
      assertThat(DATABASE.labelsAndKeys())
          .anyMatch(node -> node.matches(".*\\b" + part + "_b\\b.*"))
          .noneMatch(node -> node.matches(".*\\b" + part + "_a\\b.*"));
    }
  }

  @Test
  void aNewStemClearsTheOldOne() {
    train("metarec", "rotate", 1);
    ModelNode second = train("metarec", "turn", 2);

    assertThat(second.properties().stem()).isEqualTo("turn");
    assertThat(DATABASE.labelsAndKeys()).noneMatch(node -> node.contains("rotate"));
    Set<String> stems = DATABASE.read(tx -> ModelLife.stems(tx, "metarec"));
    assertThat(stems).containsExactly("turn");
  }

  @Test
  void aLockOnWhatTheOldModelLeftDoesNotMakeTheTrainingFail() {
    store = hasty();
    train("metarec", "rotate", 1);
    DATABASE.run("MATCH (person:Person {id: 'p12'}) REMOVE person:Person"); // left by the next
    try (Transaction other = DATABASE.service().beginTx()) {
      other.execute("MATCH (left {id: 'p12'}) SET left.name = 'locked'").close();
      ModelNode second = train("metarec", "rotate", 2);
      assertThat(live()).isEqualTo(second);
    }
    assertThat(DATABASE.labelsAndKeys()).anyMatch(node -> node.contains("rotate_a,"));

    train("metarec", "turn", 3);
    assertThat(DATABASE.labelsAndKeys()).noneMatch(node -> node.contains("rotate"));
  }

  @Test
  void aDropLeavesNoTrace() {
    List<String> before = DATABASE.labelsAndKeys();
    train("metarec", "rotate", 1);
    train("other", "rotate_other", 2);

    assertThat(store.drop("metarec", Progress.NONE)).isTrue();
    assertThat(listed()).extracting(ModelNode::name).containsExactly("other");
    assertThat(store.drop("other", Progress.NONE)).isTrue();
    assertThat(DATABASE.labelsAndKeys()).isEqualTo(before);
    assertThat(store.drop("other", Progress.NONE)).isFalse();
  }

  @Test
  void aStemOfAnotherModelIsRefused() {
    train("metarec", "rotate", 1);

    assertThatThrownBy(() -> store.claim("other", "rotate", Progress.NONE))
        .isInstanceOf(GraphMismatchException.class)
        .hasMessageContaining("model 'metarec' uses 'rotate'");
    assertThatThrownBy(() -> store.claim("other", "rotate_item", Progress.NONE))
        .as("rotate_item_a is metarec's item part")
        .isInstanceOf(GraphMismatchException.class);
  }

  @Test
  void aStemThatOnlyAnUnfinishedTrainingClaimedIsRefusedToo() {
    store.claim("metarec", "rotate", Progress.NONE);

    assertThatThrownBy(() -> store.claim("other", "rotate", Progress.NONE))
        .isInstanceOf(GraphMismatchException.class);
  }

  @Test
  void aStemOfSomebodyElsesPropertiesIsRefused() {
    DATABASE.run("MATCH (movie:Movie {id: 'm1'}) SET movie.mine_a = 1, movie.mine = 2");
    DATABASE.run("CREATE (:Poster {mine_item_b: 3, mine_c: 4})");

    assertThatThrownBy(() -> store.claim("metarec", "mine", Progress.NONE))
        .isInstanceOf(GraphMismatchException.class)
        .hasMessageContaining("nodes have mine_a, mine_item_b already, which belongs to no model")
        .hasMessageContaining("MATCH (n) REMOVE n.`mine_a`, n.`mine_item_b`");
    long models = DATABASE.read(tx -> ModelLife.all(tx).count());
    assertThat(models).isZero();
  }

  @Test
  void aModelThatWasNeverTrainedIsNamed() {
    train("other", "rotate_other", 1);

    assertThatThrownBy(this::live)
        .hasMessage("there is no model 'metarec', only other; train one with CALL metarec.train()");
    assertThatThrownBy(() -> DATABASE.read(tx -> store.require(tx, "books")))
        .hasMessageContaining("CALL metarec.train({modelName: 'books'})");
  }

  @Test
  void aClaimedModelDoesNotServe() {
    store.claim("metarec", "rotate", Progress.NONE);

    assertThat(listed()).isEmpty();
    assertThatThrownBy(this::live).hasMessageContaining("CALL metarec.train()");
  }

  @Test
  void aModelDroppedDuringTrainingIsNotPublished() {
    store.claim("metarec", "rotate", Progress.NONE);
    Publication publication =
        DATABASE.read(tx -> TinyModel.publication(tx, "metarec", "rotate", 1));
    store.drop("metarec", Progress.NONE);

    assertThatThrownBy(() -> store.publish(publication, TinyModel.UNSEEN, Progress.NONE))
        .hasMessageContaining("was dropped while it was trained");
  }

  @Test
  void nodesDeletedDuringTrainingAreLeftOut() {
    store.claim("metarec", "rotate", Progress.NONE);
    Publication publication =
        DATABASE.read(tx -> TinyModel.publication(tx, "metarec", "rotate", 1));
    DATABASE.run("MATCH (movie:Movie {id: 'm1'}) DETACH DELETE movie");

    store.publish(publication, TinyModel.UNSEEN, Progress.NONE);
    assertThat(DATABASE.labelsAndKeys())
        .filteredOn(node -> node.contains("rotate_item_a"))
        .hasSize(11);
  }
}
