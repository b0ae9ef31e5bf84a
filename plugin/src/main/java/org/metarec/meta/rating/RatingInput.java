package org.metarec.meta.rating;

import org.metarec.path.PathIndex;
import org.metarec.triple.NodeFeatures;
import org.metarec.triple.time.Interactions;
import org.metarec.triple.time.ItemTimes;

/**
 * What predicted ratings are learned from.
 *
 * @param entityCount items first; entity {@code items + a} is attribute a of {@code paths}
 * @param interactions with ratings on the scale 1 … 5, at least one
 */
public record RatingInput(
    int entityCount,
    Interactions interactions,
    PathIndex paths,
    NodeFeatures userFeatures,
    ItemTimes itemTimes) {}
