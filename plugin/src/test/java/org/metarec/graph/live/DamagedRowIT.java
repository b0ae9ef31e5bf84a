package org.metarec.graph.live;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.metarec.ModelFormatException;
import org.metarec.graph.live.embedding.LiveEmbeddings;
import org.metarec.testing.TinyModel;
import org.neo4j.graphdb.Label;
import org.neo4j.graphdb.Transaction;

/** A row of an item that somebody has overwritten. */
class DamagedRowIT {
  @RegisterExtension static final PublishedModel MODEL = new PublishedModel();

  private static void overwrite(Object value) {
    overwrite("rotate_item_a", value);
  }

  private static void overwrite(String property, Object value) {
    try (Transaction tx = MODEL.database().service().beginTx()) {
      tx.findNode(Label.label("Movie"), "id", "m1").setProperty(property, value);
      tx.commit();
    }
  }

  @Test
  void aRowOfAnotherTypeIsAnErrorThatNamesBoth() {
    overwrite(new float[] {1, 2});

    assertThatThrownBy(MODEL::live)
        .isInstanceOf(ModelFormatException.class)
        .hasMessageContaining("2 numbers in 'rotate_item_a' of node")
        .hasMessageContaining("expected %d bytes".formatted(2 * TinyModel.WIDTH + 12))
        .hasMessageContaining("train it again");
  }

  @Test
  void aRowOfAnotherLengthIsAnErrorThatNamesBoth() {
    overwrite(new byte[7]);

    assertThatThrownBy(MODEL::live)
        .isInstanceOf(ModelFormatException.class)
        .hasMessageContaining("has 7 bytes in 'rotate_item_a' of node");
  }

  /** A list that Cypher sets is of doubles. */
  @Test
  void anEmbeddingOfAnotherTypeOrLengthIsAnErrorThatNamesBoth() {
    overwrite("rotate_a", new double[] {1, 2});

    assertThatThrownBy(DamagedRowIT::embeddings)
        .isInstanceOf(ModelFormatException.class)
        .hasMessageContaining("a value of type double[] in 'rotate_a' of node")
        .hasMessageContaining("expected float[]");

    overwrite("rotate_a", new float[] {1, 2, 3});

    assertThatThrownBy(DamagedRowIT::embeddings)
        .isInstanceOf(ModelFormatException.class)
        .hasMessageContaining("has 3 numbers in 'rotate_a' of node")
        .hasMessageContaining("expected %d numbers".formatted(2 * TinyModel.DIMENSION));
  }

  private static LiveEmbeddings embeddings() {
    return MODEL
        .database()
        .read(tx -> MODEL.freshCatalog().fromEmbeddings(tx, "metarec", live -> live));
  }

  /** Whoever writes them is not told; whoever asks for recommendations is. */
  @Test
  void manyNodesWithSuchRowsCanBeWritten() {
    MODEL.live();
    MODEL
        .database()
        .run("UNWIND range(1, 300) AS i CREATE (:Movie {id: 'n' + i, rotate_item_a: 'none'})");

    assertThatThrownBy(MODEL::live)
        .isInstanceOf(ModelFormatException.class)
        .hasMessageContaining("a value of type String in 'rotate_item_a'");
  }
}
