package org.metarec.model;

import org.metarec.model.embedding.SparseRows;
import org.metarec.model.taste.TasteModel;

/**
 * What one training learned of tastes, before it is written to the graph.
 *
 * @param attributes what nodes and feature values that items are linked with add to the vectors of
 *     items that are new, by entity: for each relation in which known items are linked with it, a
 *     block {@code float[width + 1]}, vector then bias, see {@link RelationBlocks}; of a known item
 *     what it adds to a new one that is linked with it
 * @param profiles what users' profiles say of them, by entity: {@code relation, value, lift} for
 *     each lift, see {@link org.metarec.path.ProfileLifts}; no rows where users have no features
 * @param state for a training that goes on from this one
 */
public record TrainedTaste(
    TasteModel model, SparseRows attributes, SparseRows profiles, TrainingState state) {}
