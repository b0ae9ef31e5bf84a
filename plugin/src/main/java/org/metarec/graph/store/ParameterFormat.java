package org.metarec.graph.store;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.metarec.model.embedding.EntityTable;
import org.metarec.model.embedding.RelationPhases;
import org.metarec.model.embedding.SparseRows;
import org.metarec.model.item.ItemTable;
import org.metarec.model.rating.RatingPart;
import org.metarec.model.rating.RatingPrior;
import org.metarec.model.rating.RatingScale;
import org.metarec.model.taste.InnerSolver;
import org.metarec.model.taste.Prior;
import org.metarec.model.taste.PriorPart;
import org.metarec.model.taste.PriorShape;
import org.metarec.model.taste.TasteModel;
import org.neo4j.graphdb.Node;

/** How {@link ModelParameters} stand on the model node: arrays of floats, row by row. */
final class ParameterFormat {
  private static final String PRIOR = "prior_";
  private static final String RATING = "rating_";
  private static final String VALUE = "value_";
  private static final String LENGTHS = "_lengths";
  private static final String PRIOR_SHAPE = "priorShape";
  private static final String HEAD = "priorHead";

  private ParameterFormat() {}

  static void write(Node node, ModelParameters parameters) {
    node.setProperty("phases", parameters.phases().values());
    node.setProperty("featureValues", parameters.featureValues().keySet().toArray(String[]::new));
    node.setProperty("featureRows", parameters.featureRows().values());
    parameters.valueRows().forEach((part, rows) -> write(node, part, rows));
    node.setProperty("meanItem", parameters.meanItem().values());
    parameters.taste().ifPresent(taste -> write(node, taste));
    parameters.ratings().ifPresent(ratings -> write(node, ratings));
  }

  private static void write(Node node, NodePart part, SparseRows rows) {
    node.setProperty(VALUE + part.text(), rows.numbers());
    node.setProperty(VALUE + part.text() + LENGTHS, rows.lengths());
  }

  private static void write(Node node, TasteModel taste) {
    PriorShape shape = taste.prior().shape();
    node.setProperty(
        PRIOR_SHAPE,
        new int[] {
          shape.dimension(),
          shape.width(),
          shape.contentRelations(),
          shape.pathRelations(),
          shape.linksItems() ? 1 : 0,
          shape.userValues(),
          shape.innerSteps(),
          shape.stateWidth(),
          shape.earnedNumbers()
        });
    node.setProperty(HEAD, shape.head().typedName());
    for (PriorPart part : PriorPart.values()) {
      node.setProperty(PRIOR + part.key(), taste.prior().part(part));
    }
    node.setProperty("userValues", taste.userValues().toArray(String[]::new));
    RatingScale ratings = taste.ratings();
    node.setProperty(
        "ratings",
        new double[] {ratings.lowest(), ratings.highest(), ratings.mean(), ratings.steps()});
  }

  private static void write(Node node, RatingPrior ratings) {
    for (RatingPart part : RatingPart.values()) {
      node.setProperty(RATING + part.key(), ratings.part(part));
    }
  }

  static ModelParameters read(Node node, ModelNode model) {
    StoredProperties stored = new StoredProperties(node);
    return stored.reading(() -> read(stored, model));
  }

  private static ModelParameters read(StoredProperties stored, ModelNode model) {
    int dimension = model.dimension();
    List<String> featureValues = stored.texts("featureValues");
    float[] phases = stored.floats("phases", model.relations().size() * dimension);
    float[] rows = stored.floats("featureRows", featureValues.size() * 2 * dimension);
    float[] meanItem = stored.floats("meanItem", 2 * dimension);
    return new ModelParameters(
        new RelationPhases(dimension, phases),
        ModelParameters.numbered(featureValues),
        new EntityTable(dimension, rows),
        valueRows(stored, model, featureValues.size()),
        new EntityTable(dimension, meanItem),
        model.hasTaste() ? Optional.of(readTaste(stored)) : Optional.empty(),
        model.hasRatings() ? Optional.of(readRatings(stored)) : Optional.empty());
  }

  private static Map<NodePart, SparseRows> valueRows(
      StoredProperties stored, ModelNode model, int values) {
    Map<NodePart, SparseRows> rows = new EnumMap<>(NodePart.class);
    for (NodePart part : NodePart.OF_LINKED) {
      if (model.parts().contains(part.text())) {
        int[] lengths = stored.integers(VALUE + part.text() + LENGTHS, values);
        float[] numbers = stored.floats(VALUE + part.text(), IntStream.of(lengths).sum());
        rows.put(part, SparseRows.of(lengths, numbers));
      }
    }
    return rows;
  }

  private static RatingPrior readRatings(StoredProperties stored) {
    Map<RatingPart, float[]> parts = new EnumMap<>(RatingPart.class);
    for (RatingPart part : RatingPart.values()) {
      parts.put(part, stored.required(RATING + part.key(), float[].class));
    }
    return new RatingPrior(parts);
  }

  private static TasteModel readTaste(StoredProperties stored) {
    int[] sizes = stored.integers(PRIOR_SHAPE, 9);
    PriorShape shape =
        new PriorShape(
            sizes[0],
            sizes[1],
            sizes[2],
            sizes[3],
            sizes[4] == 1,
            sizes[5],
            sizes[6],
            InnerSolver.of(stored.text(HEAD)),
            sizes[7],
            sizes[8]);
    double[] ratings = stored.numbers("ratings", 4);
    return new TasteModel(
        new Prior(shape, part -> stored.floats(PRIOR + part.key(), part.length(shape))),
        new ItemTable(shape.width(), 0),
        stored.texts("userValues"),
        new RatingScale(ratings[0], ratings[1], ratings[2], (int) ratings[3]));
  }
}
