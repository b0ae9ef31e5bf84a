package org.metarec.bench.experiment;

import com.google.common.collect.Iterables;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.BiConsumer;
import java.util.function.ObjIntConsumer;
import org.neo4j.graphdb.GraphDatabaseService;
import org.neo4j.graphdb.Label;
import org.neo4j.graphdb.Node;
import org.neo4j.graphdb.Transaction;

/** Writes the graphs of experiments: more than one transaction can hold. */
public record GraphWriter(GraphDatabaseService database) {
  /** Nodes or relationships in a transaction. */
  public static final int BATCH = 50_000;

  /** Does something for each element, in order. */
  public <T> void forEach(List<T> elements, BiConsumer<Transaction, T> action) {
    forEach(elements.size(), BATCH, (tx, i) -> action.accept(tx, elements.get(i)));
  }

  /** Does something for each number from 0 on, so many in a transaction. */
  public void forEach(int count, int inTransaction, ObjIntConsumer<Transaction> action) {
    for (int from = 0; from < count; from += inTransaction) {
      try (Transaction tx = database.beginTx()) {
        for (int i = from; i < Math.min(count, from + inTransaction); i++) {
          action.accept(tx, i);
        }
        tx.commit();
      }
    }
  }

  /**
   * Creates nodes.
   *
   * @param properties sets those of a node, by its position
   * @return element ids
   */
  public String[] create(Label label, int count, ObjIntConsumer<Node> properties) {
    String[] ids = new String[count];
    forEach(
        count,
        BATCH,
        (tx, i) -> {
          Node node = tx.createNode(label);
          properties.accept(node, i);
          ids[i] = node.getElementId();
        });
    return ids;
  }

  /** Makes a property the key of a label; no work where the label has one. */
  public void constrain(Label label, String property) {
    try (Transaction tx = database.beginTx()) {
      if (Iterables.isEmpty(tx.schema().getConstraints(label))) {
        tx.schema().constraintFor(label).assertPropertyIsUnique(property).create();
      }
      tx.commit();
    }
    try (Transaction tx = database.beginTx()) {
      tx.schema().awaitIndexesOnline(10, TimeUnit.MINUTES);
    }
  }
}
