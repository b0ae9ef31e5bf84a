package org.metarec.model;

import java.util.BitSet;
import org.metarec.model.taste.Fisher;
import org.metarec.model.taste.KnownItems;

/**
 * What a training leaves for one that goes on from it; serving does not need it.
 *
 * @param fisher what the prior must not forget
 * @param knownItems the items it learned of
 * @param knownUsers the users who had interactions; taken over, not copied
 * @param latestInteraction time of the last interaction it saw, as the graph's reader has it; −∞
 *     where none had a time
 */
public record TrainingState(
    Fisher fisher, KnownItems knownItems, BitSet knownUsers, double latestInteraction) {}
