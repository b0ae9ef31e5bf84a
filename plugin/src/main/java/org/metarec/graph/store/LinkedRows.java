package org.metarec.graph.store;

import java.util.Optional;
import org.metarec.graph.node.ValueIds;
import org.neo4j.graphdb.Transaction;

/**
 * What a model learned of what items are linked with: nodes bear their rows, those of values are on
 * the model node.
 */
public record LinkedRows(ModelNode model, ModelParameters parameters) {

  /**
   * The row of a node or a value; empty if the training gave it none, or the node is not there.
   *
   * @param id of a node in Neo4j, or of a value, see {@link ValueIds}
   * @param part one {@link NodePart#OF_LINKED}
   */
  public Optional<float[]> row(Transaction tx, long id, NodePart part) {
    return ValueIds.isOne(id)
        ? Optional.ofNullable(parameters.valueRows().get(part))
            .flatMap(rows -> rows.row(ValueIds.value(id)))
        : model.row(tx, id, part);
  }
}
