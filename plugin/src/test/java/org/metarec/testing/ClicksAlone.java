package org.metarec.testing;

import java.util.BitSet;
import java.util.List;
import java.util.stream.IntStream;
import org.metarec.meta.input.LearningInput;
import org.metarec.model.embedding.EntityTable;
import org.metarec.path.PathIndex;
import org.metarec.triple.NodeFeatures;
import org.metarec.triple.Relation;
import org.metarec.triple.Triples;
import org.metarec.triple.time.InteractionSplit;
import org.metarec.triple.time.Interactions;
import org.metarec.triple.time.ItemTimes;
import org.metarec.triple.time.UnreadInteractions;

/** A graph of which nothing is known but who clicked what. */
public final class ClicksAlone {
  private ClicksAlone() {}

  public static LearningInput input(Interactions clicks) {
    return input(clicks, new ItemTimes(new float[clicks.itemCount()]));
  }

  /** And when the items appeared. */
  public static LearningInput input(Interactions clicks, ItemTimes itemTimes) {
    int nodes = clicks.itemCount() + clicks.userCount();
    return input(split(clicks), new EntityTable(1, new float[2 * nodes]), itemTimes);
  }

  /** And some of it is held back; embeddings are random. */
  public static LearningInput input(InteractionSplit split) {
    Interactions clicks = split.training();
    EntityTable entities = RandomTables.entities(3, clicks.itemCount() + clicks.userCount(), 4);
    return input(split, entities, new ItemTimes(new float[clicks.itemCount()]));
  }

  private static LearningInput input(
      InteractionSplit split, EntityTable entities, ItemTimes itemTimes) {
    int users = split.training().userCount();
    int items = split.training().itemCount();
    return new LearningInput(
        new Triples(items + users, 1, new int[0], new int[0], new int[0]),
        List.of(new Relation("CLICKED", Relation.Kind.INTERACTION)),
        entities,
        split,
        UnreadInteractions.none(),
        new PathIndex.Builder(items, items, 0, 0).build(),
        NodeFeatures.none(users),
        itemTimes);
  }

  /** Nothing is held back. */
  public static InteractionSplit split(Interactions clicks) {
    return new InteractionSplit(clicks, clicks.select(new BitSet()));
  }

  /** Every sixth is held back. */
  public static InteractionSplit splitBySix(Interactions clicks) {
    BitSet places = new BitSet();
    IntStream.iterate(0, i -> i < clicks.size(), i -> i + 6).forEach(places::set);
    Interactions heldBack = clicks.select(places);
    places.flip(0, clicks.size());
    return new InteractionSplit(clicks.select(places), heldBack);
  }
}
