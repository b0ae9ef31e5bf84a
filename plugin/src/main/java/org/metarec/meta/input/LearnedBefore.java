package org.metarec.meta.input;

import java.util.BitSet;
import java.util.List;
import org.metarec.meta.task.SomeInteractions;
import org.metarec.model.TrainingState;
import org.metarec.model.taste.Prior;
import org.metarec.triple.Relation;

/**
 * What an earlier training learned of tastes, in the ids of the graph as it is now, for a training
 * that goes on from there.
 *
 * @param relations by relation id of the earlier graph
 * @param userValues names of the values of user features, in the order of the prior's rows
 * @param state its items are those of the graph as it is now
 * @param items which of the graph's items were there, with interactions or without
 * @param fresh which interactions are new to it
 * @param ewcWeight λ of elastic weight consolidation
 */
public record LearnedBefore(
    Prior prior,
    List<Relation> relations,
    List<String> userValues,
    TrainingState state,
    BitSet items,
    SomeInteractions fresh,
    double ewcWeight) {

  public LearnedBefore {
    relations = List.copyOf(relations);
    userValues = List.copyOf(userValues);
  }
}
