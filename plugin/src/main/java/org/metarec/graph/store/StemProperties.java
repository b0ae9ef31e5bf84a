package org.metarec.graph.store;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.neo4j.graphdb.Transaction;

/**
 * The names of the node properties that hold what a model has learned.
 *
 * @param stem what they begin with: "rotate"
 */
public record StemProperties(String stem) {
  /** Where the nodes keep one part in a slot; embeddings are what the stem alone stands for. */
  String of(NodePart part, Slot slot) {
    String infix = part == NodePart.EMBEDDING ? "" : part.text() + "_";
    return stem + "_" + infix + slot.suffix();
  }

  /**
   * A user's adapted weights: {@code float[]}, as many as {@link
   * org.metarec.model.taste.PriorShape#weightCount} says.
   */
  String weights() {
    return stem + "_weights";
  }

  /** What the weights were adapted from. */
  String weightsStamp() {
    return stem + "_weights_stamp";
  }

  Set<String> of(Slot slot) {
    return Stream.of(NodePart.values()).map(part -> of(part, slot)).collect(Collectors.toSet());
  }

  /** The properties of all models that are there now, whatever their state. */
  public static Set<String> inUse(Transaction tx) {
    return ModelLife.all(tx)
        .flatMap(model -> ModelLife.stems(model).stream())
        .flatMap(stem -> new StemProperties(stem).all().stream())
        .collect(Collectors.toSet());
  }

  /** Every property that such a model may leave on nodes. */
  Set<String> all() {
    Set<String> all = new LinkedHashSet<>();
    for (Slot slot : Slot.values()) {
      all.addAll(of(slot));
    }
    all.addAll(List.of(weights(), weightsStamp()));
    return all;
  }
}
