package org.metarec.graph.store;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.neo4j.graphdb.Transaction;

/**
 * The names of the node properties that hold what a model has learned.
 *
 * @param stem what they begin with: "rotate"
 */
public record StemProperties(String stem) {

  /** What is learned of an item for serving. */
  static final String ITEM_PART = "item";

  /** What a node adds to new items that are linked with it. */
  static final String ATTRIBUTE_PART = "attribute";

  /** What is learned of the ratings of an item, or of the items that have an attribute. */
  static final String RATING_PART = "rating";

  /** What is learned of an item for a training that goes on, and which users were known. */
  static final String OWN_PART = "own";

  /** Embedding of a node: {@code float[2d]}. */
  String embedding(Slot slot) {
    return stem + "_" + slot.suffix();
  }

  /** Row of an item in bytes, as in {@link org.metarec.model.taste.PackedRow}. */
  String item(Slot slot) {
    return stem + "_" + ITEM_PART + "_" + slot.suffix();
  }

  /** What a node adds to new items, as in {@link org.metarec.model.TrainedModel}. */
  String attribute(Slot slot) {
    return stem + "_" + ATTRIBUTE_PART + "_" + slot.suffix();
  }

  /** Row of an item or an attribute, as in {@link org.metarec.model.rating.RatingModel}. */
  String rating(Slot slot) {
    return stem + "_" + RATING_PART + "_" + slot.suffix();
  }

  /** What is learned of a known item alone: {@code float[width + 1]}; of a known user nothing. */
  String own(Slot slot) {
    return stem + "_" + OWN_PART + "_" + slot.suffix();
  }

  /** A user's adapted weights: {@code float[width + 1 + pathRelations]}. */
  String weights() {
    return stem + "_weights";
  }

  /** What the weights were adapted from. */
  String weightsStamp() {
    return stem + "_weights_stamp";
  }

  Set<String> of(Slot slot) {
    return Set.of(embedding(slot), item(slot), attribute(slot), own(slot), rating(slot));
  }

  /** The properties of all models that are there now, whatever their state. */
  public static Set<String> inUse(Transaction tx) {
    return ModelNodes.all(tx)
        .flatMap(model -> ModelNodes.stems(model).stream())
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
