package org.metarec.graph;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.metarec.model.EntityTable;
import org.metarec.model.ItemTable;
import org.metarec.model.RelationPhases;
import org.metarec.model.TasteModel;
import org.metarec.model.TrainedModel;

/**
 * The parameters of a model that belong to no node; they are kept on the model node.
 *
 * @param phases a row for each relation
 * @param featureValues names of the values of item features, "genre=Drama"
 * @param featureRows a row for each of them
 * @param taste with an item table of no rows: those are on the items
 */
record ModelParameters(
    RelationPhases phases,
    List<String> featureValues,
    EntityTable featureRows,
    Optional<TasteModel> taste) {

  ModelParameters {
    featureValues = List.copyOf(featureValues);
  }

  static ModelParameters of(TrainedModel model) {
    int dimension = model.entities().dimension();
    int firstValue = model.entities().entityCount() - model.featureValues().size();
    float[] values = model.entities().values();
    float[] featureRows =
        Arrays.copyOfRange(values, model.entities().offset(firstValue), values.length);
    return new ModelParameters(
        model.phases(),
        model.featureValues(),
        new EntityTable(dimension, featureRows),
        model.taste().map(taste -> withItems(taste, new ItemTable(taste.items().width(), 0))));
  }

  /** The same taste of other items. */
  static TasteModel withItems(TasteModel taste, ItemTable items) {
    return new TasteModel(taste.prior(), items, taste.userValues(), taste.ratings());
  }
}
