package org.metarec.model;

import java.util.BitSet;
import org.metarec.model.embedding.SparseRows;
import org.metarec.model.taste.Fisher;

/**
 * What a training leaves for one that goes on from it; serving does not need it.
 *
 * @param fisher what the prior must not forget
 * @param itemOffsets what was learned of each item alone that users had interacted with: an
 *     addition to its vector and bias, {@code float[width + 1]}
 * @param knownUsers the users who had interactions; taken over, not copied
 * @param latestInteraction time of the last interaction it saw, as the graph's reader has it; −∞
 *     where none had a time
 */
public record TrainingState(
    Fisher fisher, SparseRows itemOffsets, BitSet knownUsers, double latestInteraction) {}
