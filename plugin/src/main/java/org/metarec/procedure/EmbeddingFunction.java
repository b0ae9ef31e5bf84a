package org.metarec.procedure;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.metarec.graph.store.ModelStore;
import org.neo4j.graphdb.Node;
import org.neo4j.graphdb.Transaction;
import org.neo4j.procedure.Context;
import org.neo4j.procedure.Description;
import org.neo4j.procedure.Name;
import org.neo4j.procedure.UserFunction;

/** Gives the vector of a node. */
public final class EmbeddingFunction {
  @Context public Transaction transaction;
  @Context public Metarec metarec;

  @UserFunction("metarec.embedding")
  @Description(
      "The RotatE embedding of a node in the live model: d real parts, then d imaginary parts. For"
          + " a node created since the training, the one that its relations give it; null for a"
          + " node in no model.")
  public List<Double> embedding(
      @Name(value = "node", description = "Any node.") Node node,
      @Name(value = "modelName", defaultValue = "metarec", description = "The model.")
          String modelName) {
    String name = Optional.ofNullable(modelName).orElse(ModelStore.DEFAULT_NAME);
    return Optional.ofNullable(node)
        .flatMap(given -> metarec.catalog().embedding(transaction, given, name))
        .map(EmbeddingFunction::toList)
        .orElse(null);
  }

  private static List<Double> toList(float[] row) {
    List<Double> numbers = new ArrayList<>(row.length);
    for (float number : row) {
      numbers.add((double) number);
    }
    return numbers;
  }
}
