package org.metarec.procedure.training;

import java.util.BitSet;
import java.util.Map;
import java.util.Optional;
import org.metarec.graph.reading.TrainingGraph;
import org.metarec.graph.store.ModelNode;
import org.metarec.graph.store.PreviousModel;
import org.metarec.graph.waiting.LongReading;
import org.metarec.meta.input.LearnedBefore;
import org.metarec.meta.task.SomeInteractions;
import org.metarec.model.TrainingState;
import org.metarec.model.embedding.EntityTable;
import org.metarec.model.embedding.SparseRows;
import org.metarec.model.taste.TasteModel;
import org.metarec.procedure.Metarec;
import org.metarec.train.KeptRows;
import org.metarec.triple.Progress;
import org.metarec.triple.time.Interactions;
import org.neo4j.graphdb.Transaction;

/**
 * What a training keeps of the live model that it goes on from.
 *
 * @param previous the live model
 * @param rows embeddings of the nodes and feature values of the graph as it is now
 * @param items which of the graph's items the live model has a row of
 * @param state of the meta-learner; empty where the model knows of no tastes
 */
record KeptModel(
    PreviousModel previous, KeptRows rows, BitSet items, Optional<TrainingState> state) {

  /**
   * Reads it, by two transactions: in one that has read large arrays Neo4j is slow to read others.
   */
  static KeptModel read(Metarec metarec, ModelNode model, TrainingGraph graph, Progress progress) {
    PreviousModel previous;
    try (Transaction tx = LongReading.begin(metarec.database())) {
      previous = metarec.store().previous(tx, model);
    }
    try (Transaction tx = LongReading.begin(metarec.database())) {
      return new KeptModel(
          previous,
          rows(tx, previous, graph, progress),
          previous.items(tx, graph.vocabulary(), progress),
          previous.state(tx, graph.vocabulary(), progress));
    }
  }

  private static KeptRows rows(
      Transaction tx, PreviousModel previous, TrainingGraph graph, Progress progress) {
    ModelNode model = previous.model();
    int relations = graph.relations().size();
    KeptRows rows = new KeptRows(graph.vocabulary().entityCount(), relations, model.dimension());
    previous.rows(tx, graph.vocabulary(), graph.featureValues(), rows::keepEntity, progress);
    for (int relation = 0; relation < relations; relation++) {
      int before = model.relations().indexOf(graph.relations().get(relation));
      if (before >= 0) {
        rows.keepPhase(relation, previous.parameters().phases().row(before));
      }
    }
    return rows;
  }

  EntityTable meanItem() {
    return previous.parameters().meanItem();
  }

  Map<String, Double> metrics() {
    return previous.model().metrics();
  }

  /** What was learned of tastes; empty where the model knows of none. */
  Optional<LearnedBefore> learnedBefore(Interactions interactions, double ewcWeight) {
    return state.map(
        known -> {
          TasteModel taste = previous.parameters().taste().orElseThrow();
          return new LearnedBefore(
              taste.prior(),
              previous.model().relations(),
              taste.userValues(),
              known,
              items,
              fresh(interactions, known),
              ewcWeight);
        });
  }

  /** With a new user, with a new item, or after the last that the model saw. */
  private static SomeInteractions fresh(Interactions interactions, TrainingState known) {
    SparseRows items = known.itemOffsets();
    return (user, position) ->
        !known.knownUsers().get(user)
            || !items.has(interactions.item(user, position))
            || interactions.moment(user, position) > known.latestInteraction();
  }
}
