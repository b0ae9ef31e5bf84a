package org.metarec.graph.store;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.metarec.model.EntityTable;
import org.metarec.model.ItemTable;
import org.metarec.model.RelationPhases;
import org.metarec.model.TasteModel;
import org.metarec.model.TrainedModel;
import org.metarec.model.rating.RatingModel;
import org.metarec.model.rating.RatingPrior;
import org.metarec.triple.Vocabulary;

/**
 * The parameters of a model that belong to no node; they are kept on the model node.
 *
 * @param phases a row for each relation
 * @param featureValues names of the values of item features, "genre=Drama"
 * @param featureRows a row for each of them
 * @param meanItem one row, the mean of the items' embeddings; of all nodes where there are no items
 * @param taste with an item table of no rows: those are on the items
 * @param ratings empty where the graph has no ratings that differ
 */
public record ModelParameters(
    RelationPhases phases,
    List<String> featureValues,
    EntityTable featureRows,
    EntityTable meanItem,
    Optional<TasteModel> taste,
    Optional<RatingPrior> ratings) {

  public ModelParameters {
    featureValues = List.copyOf(featureValues);
  }

  static ModelParameters of(TrainedModel model, Vocabulary vocabulary) {
    int dimension = model.entities().dimension();
    int meanOf = vocabulary.itemCount() > 0 ? vocabulary.itemCount() : vocabulary.nodeCount();
    int firstValue = model.entities().entityCount() - model.featureValues().size();
    float[] values = model.entities().values();
    float[] featureRows =
        Arrays.copyOfRange(values, model.entities().offset(firstValue), values.length);
    return new ModelParameters(
        model.phases(),
        model.featureValues(),
        new EntityTable(dimension, featureRows),
        new EntityTable(dimension, meanRow(model.entities(), meanOf)),
        model.taste().map(taste -> withItems(taste, new ItemTable(taste.items().width(), 0))),
        model.ratings().map(RatingModel::prior));
  }

  private static float[] meanRow(EntityTable entities, int count) {
    double[] sum = new double[2 * entities.dimension()];
    for (int j = 0; j < entities.offset(count); j++) {
      sum[j % sum.length] += entities.values()[j];
    }
    float[] mean = new float[sum.length];
    for (int j = 0; j < mean.length; j++) {
      mean[j] = (float) (sum[j] / count);
    }
    return mean;
  }

  /** The same taste of other items. */
  public static TasteModel withItems(TasteModel taste, ItemTable items) {
    return new TasteModel(taste.prior(), items, taste.userValues(), taste.ratings());
  }
}
