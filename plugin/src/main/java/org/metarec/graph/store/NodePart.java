package org.metarec.graph.store;

import com.google.common.collect.Sets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.metarec.model.TrainedModel;
import org.metarec.model.TrainedTaste;
import org.metarec.model.embedding.SparseRows;
import org.metarec.model.rating.RatingModel;

/** What a model has learned of a node; each part is a property of its own in either slot. */
public enum NodePart {
  /** Embedding of a node: {@code float[2d]}. */
  EMBEDDING,

  /** Row of an item for serving, in bytes, as in {@link org.metarec.model.item.PackedRow}. */
  ITEM,

  /** What a node or a value adds to new items linked with it, as in {@link TrainedTaste}. */
  ATTRIBUTE,

  /** What users' profiles say of a node or a value, as in {@link TrainedTaste}. */
  PROFILE,

  /**
   * What is learned of a known item alone, for a training that goes on: {@code float[width + 1]};
   * of a known user nothing.
   */
  OWN,

  /** Row of an item or an attribute, as in {@link org.metarec.model.rating.RatingModel}. */
  RATING;

  /** What nodes and values have that items are linked with. */
  public static final Set<NodePart> OF_LINKED = Sets.immutableEnumSet(ATTRIBUTE, PROFILE, RATING);

  /** As it stands in names of properties: "item". */
  String text() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The names of those that a model has besides embeddings, which each has. */
  static List<String> texts(TrainedModel model) {
    return Stream.of(values())
        .filter(part -> part != EMBEDDING && part.isIn(model))
        .map(NodePart::text)
        .toList();
  }

  private boolean isIn(TrainedModel model) {
    return switch (this) {
      case EMBEDDING -> true;
      case ITEM, ATTRIBUTE, PROFILE, OWN -> model.taste().isPresent();
      case RATING -> model.ratings().isPresent();
    };
  }

  /** How many nodes a model has a row of this part for. */
  public int rowCount(TrainedModel model) {
    return switch (this) {
      case EMBEDDING -> model.firstValue();
      case ITEM -> model.taste().map(taste -> taste.model().items().itemCount()).orElse(0);
      case OWN ->
          model
              .taste()
              .map(TrainedTaste::state)
              .map(state -> state.itemOffsets().size() + state.knownUsers().cardinality())
              .orElse(0);
      case ATTRIBUTE, PROFILE, RATING ->
          ofLinked(model).map(model::ofNodes).map(SparseRows::size).orElse(0);
    };
  }

  /** The rows of one {@link #OF_LINKED}, by entity. */
  public Optional<SparseRows> ofLinked(TrainedModel model) {
    return switch (this) {
      case EMBEDDING, ITEM, OWN -> Optional.empty();
      case ATTRIBUTE -> model.taste().map(TrainedTaste::attributes);
      case PROFILE -> model.taste().map(TrainedTaste::profiles);
      case RATING -> model.ratings().map(RatingModel::rows);
    };
  }
}
