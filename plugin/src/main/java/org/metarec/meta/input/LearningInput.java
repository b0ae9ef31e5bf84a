package org.metarec.meta.input;

import java.util.BitSet;
import java.util.List;
import java.util.stream.IntStream;
import org.metarec.meta.profile.ProfileCounts;
import org.metarec.model.embedding.EntityTable;
import org.metarec.path.LinkedItems;
import org.metarec.path.PathIndex;
import org.metarec.triple.NodeFeatures;
import org.metarec.triple.Progress;
import org.metarec.triple.Relation;
import org.metarec.triple.Triples;
import org.metarec.triple.time.InteractionSplit;
import org.metarec.triple.time.Interactions;
import org.metarec.triple.time.ItemTimes;
import org.metarec.triple.time.UnreadInteractions;

/**
 * What the meta-learner learns from: the graph as numbers and its embeddings. Items are the first
 * entities.
 *
 * @param relations by relation id: item relations, item features, interactions
 * @param split interactions to learn from, and those by which that is measured
 * @param unread which interactions the embeddings were not to read
 * @param paths of the item relations, then of the item features, in their order
 * @param pathsOfNew the same as far as a new item can have them: without those that {@linkplain
 *     LinkedItems#areKnownAlone known items have alone}
 */
public record LearningInput(
    Triples triples,
    List<Relation> relations,
    EntityTable entities,
    InteractionSplit split,
    UnreadInteractions unread,
    PathIndex paths,
    PathIndex pathsOfNew,
    NodeFeatures userFeatures,
    ItemTimes itemTimes) {

  public LearningInput {
    relations = List.copyOf(relations);
  }

  /** Finds out what a new item can have. */
  public LearningInput(
      Triples triples,
      List<Relation> relations,
      EntityTable entities,
      InteractionSplit split,
      UnreadInteractions unread,
      PathIndex paths,
      NodeFeatures userFeatures,
      ItemTimes itemTimes) {
    this(
        triples,
        relations,
        entities,
        split,
        unread,
        paths,
        paths.without(ofKnownAlone(paths, split.training())),
        userFeatures,
        itemTimes);
  }

  private static BitSet ofKnownAlone(PathIndex paths, Interactions interactions) {
    List<LinkedItems> linked = LinkedItems.of(paths, interactions.knownItems());
    BitSet relations = new BitSet();
    IntStream.range(0, linked.size())
        .filter(relation -> linked.get(relation).areKnownAlone())
        .forEach(relations::set);
    return relations;
  }

  /** The same, but clicks fade, see {@link PathIndex#fading}. */
  public LearningInput fading(float[] retention) {
    PathIndex fading = paths.fading(retention);
    PathIndex ofNew = pathsOfNew == paths ? fading : pathsOfNew.fading(retention);
    return new LearningInput(
        triples, relations, entities, split, unread, fading, ofNew, userFeatures, itemTimes);
  }

  /** What is learned from. */
  public Interactions interactions() {
    return split.training();
  }

  /** Whether the embeddings were not to read one of those; position 0 is the user's oldest. */
  public boolean isUnread(int user, int position) {
    return unread.has(user, interactions().item(user, position));
  }

  public int itemCount() {
    return interactions().itemCount();
  }

  /**
   * What the users of each value liked, by the first of the relations; those that new items cannot
   * have say nothing.
   */
  public ProfileCounts profileCounts(int relations, Progress progress) {
    return new ProfileCounts(interactions(), pathsOfNew, relations, userFeatures, progress);
  }
}
