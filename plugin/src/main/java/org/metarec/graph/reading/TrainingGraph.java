package org.metarec.graph.reading;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.metarec.model.rating.RatingScale;
import org.metarec.path.PathIndex;
import org.metarec.triple.NodeFeatures;
import org.metarec.triple.Relation;
import org.metarec.triple.Triples;
import org.metarec.triple.id.Vocabulary;
import org.metarec.triple.time.Interactions;
import org.metarec.triple.time.ItemTimes;

/**
 * The graph as numbers, read for one training.
 *
 * @param vocabulary entity ids of all nodes and feature values below
 * @param relations by relation id: item relations, item features, then interaction types, each
 *     group in alphabetical order
 * @param triples of all relations, interactions included; sorted by relation, head, tail
 * @param featureValues names of the entities after the nodes, "ageGroup=18-24", in id order
 * @param interactions users → items, of all interaction types together
 * @param ratings the range of the graph's ratings; none where it has none that differ
 * @param paths the item relations, then the item features, in their order; an attribute's id is its
 *     entity id less the number of items
 * @param userFeatures the features of users
 * @param itemTimes time of each item as a number (a year, or fractional years for dates), NaN where
 *     unknown
 * @param sharedMoments by interaction type, the moment that all its interactions have, as those of
 *     an import: it says nothing of what came first, so they count as without a time
 * @param skipped what was left out, by reason, with how often
 */
public record TrainingGraph(
    Vocabulary vocabulary,
    List<Relation> relations,
    Triples triples,
    List<String> featureValues,
    Interactions interactions,
    RatingScale ratings,
    PathIndex paths,
    NodeFeatures userFeatures,
    ItemTimes itemTimes,
    Map<String, Double> sharedMoments,
    Map<String, Long> skipped) {

  public TrainingGraph {
    relations = List.copyOf(relations);
    featureValues = List.copyOf(featureValues);
    sharedMoments = Map.copyOf(sharedMoments);
    skipped = Collections.unmodifiableMap(new TreeMap<>(skipped));
  }
}
