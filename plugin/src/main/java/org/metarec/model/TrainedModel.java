package org.metarec.model;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.metarec.model.embedding.EntityTable;
import org.metarec.model.embedding.RelationPhases;
import org.metarec.model.embedding.SparseRows;
import org.metarec.model.rating.RatingModel;
import org.metarec.triple.Relation;

/**
 * All that one training learned, before it is written to the graph.
 *
 * @param entities a row for each entity of the vocabulary: nodes, then feature values
 * @param meanItem the embedding of whoever has no relations, one row: the mean of the related
 *     items', of all related nodes' where there are no items; after a warm start still that of the
 *     model before
 * @param phases a row for each relation
 * @param featureValues names of the entities after the nodes, in id order
 * @param taste empty where the graph has no interactions
 * @param ratings empty where the graph has no ratings that differ
 * @param metrics of what was held back, by name
 */
public record TrainedModel(
    EntityTable entities,
    EntityTable meanItem,
    RelationPhases phases,
    List<Relation> relations,
    List<String> featureValues,
    Optional<TrainedTaste> taste,
    Optional<RatingModel> ratings,
    Map<String, Double> metrics) {

  public TrainedModel {
    relations = List.copyOf(relations);
    featureValues = List.copyOf(featureValues);
    metrics = Map.copyOf(metrics);
  }

  /** Of rows by entity those of nodes. */
  public SparseRows ofNodes(SparseRows rows) {
    return rows.range(0, firstValue());
  }

  /** Of rows by entity those of feature values, the first one's at 0. */
  public SparseRows ofValues(SparseRows rows) {
    return rows.range(firstValue(), entities.entityCount());
  }

  /** The entity of the first feature value. */
  public int firstValue() {
    return entities.entityCount() - featureValues.size();
  }
}
