package org.metarec.graph.store;

import com.google.common.collect.ImmutableMap;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.metarec.model.TrainedModel;
import org.metarec.model.TrainedTaste;
import org.metarec.model.embedding.EntityTable;
import org.metarec.model.embedding.RelationPhases;
import org.metarec.model.embedding.SparseRows;
import org.metarec.model.item.ItemTable;
import org.metarec.model.rating.RatingModel;
import org.metarec.model.rating.RatingPrior;
import org.metarec.model.taste.TasteModel;

/**
 * The parameters of a model that belong to no node; they are kept on the model node.
 *
 * @param phases a row for each relation
 * @param featureValues the values of item features by their names, "genre=Drama", and their
 *     numbers, ascending
 * @param featureRows a row for each of them
 * @param valueRows of them, too: what they have of the parts that nodes have, by value
 * @param meanItem see {@link TrainedModel#meanItem}
 * @param taste with an item table of no rows: those are on the items
 * @param ratings empty where the graph has no ratings that differ
 */
public record ModelParameters(
    RelationPhases phases,
    Map<String, Integer> featureValues,
    EntityTable featureRows,
    Map<NodePart, SparseRows> valueRows,
    EntityTable meanItem,
    Optional<TasteModel> taste,
    Optional<RatingPrior> ratings) {

  public ModelParameters {
    featureValues = ImmutableMap.copyOf(featureValues); // it keeps the order
    valueRows = Map.copyOf(valueRows);
  }

  static ModelParameters of(TrainedModel model) {
    int dimension = model.entities().dimension();
    float[] values = model.entities().values();
    float[] featureRows =
        Arrays.copyOfRange(values, model.entities().offset(model.firstValue()), values.length);
    return new ModelParameters(
        model.phases(),
        numbered(model.featureValues()),
        new EntityTable(dimension, featureRows),
        valueRows(model),
        model.meanItem(),
        model
            .taste()
            .map(TrainedTaste::model)
            .map(taste -> taste.withItems(new ItemTable(taste.items().width(), 0))),
        model.ratings().map(RatingModel::prior));
  }

  static Map<String, Integer> numbered(List<String> names) {
    ImmutableMap.Builder<String, Integer> numbered = ImmutableMap.builder();
    for (int value = 0; value < names.size(); value++) {
      numbered.put(names.get(value), value);
    }
    return numbered.buildOrThrow();
  }

  private static Map<NodePart, SparseRows> valueRows(TrainedModel model) {
    Map<NodePart, SparseRows> rows = new EnumMap<>(NodePart.class);
    for (NodePart part : NodePart.OF_LINKED) {
      part.ofLinked(model).ifPresent(linked -> rows.put(part, model.ofValues(linked)));
    }
    return rows;
  }

  /**
   * Whether the embedding that a node bears was fitted to its relations: without any it bears that
   * of the mean item, and is as new to the model as a node created since.
   *
   * @param embedding {@code float[2d]}
   */
  public boolean isFitted(float[] embedding) {
    return !Arrays.equals(embedding, meanItem.values());
  }
}
