package org.metarec.graph.live;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.metarec.ModelFormatException;
import org.metarec.testing.TinyModel;
import org.neo4j.graphdb.Label;
import org.neo4j.graphdb.Transaction;

/** A row of an item that somebody has overwritten. */
class DamagedRowIT {
  @RegisterExtension static final PublishedModel MODEL = new PublishedModel();

  private static void overwrite(Object value) {
    try (Transaction tx = MODEL.database().service().beginTx()) {
      tx.findNode(Label.label("Movie"), "id", "m1").setProperty("rotate_item_a", value);
      tx.commit();
    }
  }

  @Test
  void aRowOfAnotherTypeIsAnErrorThatNamesBoth() {
    overwrite(new float[] {1, 2});

    assertThatThrownBy(MODEL::live)
        .isInstanceOf(ModelFormatException.class)
        .hasMessageContaining("a value of type float[] in 'rotate_item_a' of node")
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
