package org.metarec.graph.live;

import java.util.Optional;
import java.util.OptionalInt;
import org.metarec.GraphMismatchException;
import org.metarec.graph.NodeIds;
import org.metarec.graph.store.ModelNode;
import org.metarec.graph.store.ModelParameters;
import org.metarec.meta.LightPath;
import org.metarec.model.ServingModel;
import org.metarec.triple.Vocabulary;
import org.neo4j.graphdb.Node;
import org.neo4j.graphdb.Transaction;

/**
 * A model in memory, with the items and relations that the graph has now. Immutable, shared between
 * threads.
 *
 * @param vocabulary items that the training knew, in the order of their keys, then those created
 *     since; then the nodes they are linked with
 * @param knownItems how many of the items the training knew
 * @param serving empty where the model is embeddings only
 * @param lightPath likewise
 */
public record LiveModel(
    ModelNode model,
    ModelParameters parameters,
    Vocabulary vocabulary,
    int knownItems,
    Optional<ServingModel> serving,
    Optional<LightPath> lightPath) {

  /** With what adapts users to it, where it knows of tastes. */
  LiveModel(
      ModelNode model,
      ModelParameters parameters,
      Vocabulary vocabulary,
      int knownItems,
      Optional<ServingModel> serving) {
    this(model, parameters, vocabulary, knownItems, serving, serving.map(LightPath::new));
  }

  /**
   * What recommendations are computed from.
   *
   * @throws GraphMismatchException if there were no interactions to learn from
   */
  public ServingModel requireServing() {
    return serving.orElseThrow(
        () ->
            new GraphMismatchException(
                "model '%s' is embeddings only: the graph had no interactions when it was trained;"
                    + " add some (or name them in interactionTypes) and CALL metarec.train() again",
                model.name()));
  }

  /**
   * What adapts a user to the model while he waits.
   *
   * @throws GraphMismatchException as {@link #requireServing}
   */
  public LightPath requireLightPath() {
    requireServing();
    return lightPath.orElseThrow();
  }

  /** The item that a node is; empty if it is none, or is created by a transaction still open. */
  public OptionalInt item(Node node) {
    int entity = vocabulary.entity(NodeIds.of(node));
    return entity >= 0 && entity < vocabulary.itemCount()
        ? OptionalInt.of(entity)
        : OptionalInt.empty();
  }

  /** The node of an item; empty if it has been deleted since. */
  public Optional<Node> node(Transaction tx, int item) {
    return NodeIds.find(tx, vocabulary.nodeId(item));
  }

  /** Whether the item was there when the model was trained. */
  boolean isKnown(int item) {
    return item < knownItems;
  }
}
