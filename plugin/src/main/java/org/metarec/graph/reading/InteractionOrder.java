package org.metarec.graph.reading;

import com.google.common.primitives.ImmutableDoubleArray;
import com.google.common.primitives.ImmutableIntArray;
import java.util.Arrays;
import java.util.BitSet;
import java.util.stream.IntStream;
import org.metarec.model.rating.RatingScale;
import org.metarec.triple.Offsets;
import org.metarec.triple.Progress;
import org.metarec.triple.RowOrder;
import org.metarec.triple.id.Vocabulary;
import org.metarec.triple.time.Interactions;
import org.metarec.triple.time.ItemArrivals;

/**
 * Puts interactions in order: by time, then the item's key, then the relationship's id, those
 * without a time first. Of several of one user with one item only the last counts. Keeps no more of
 * the columns than what comes of them needs.
 */
final class InteractionOrder {
  private final ImmutableIntArray types;
  private final ImmutableDoubleArray givenRatings;
  private final int userCount;
  private final int itemCount;
  private final int[] users;
  private final int[] items;
  private final int[] kept;
  private final ImmutableDoubleArray givenTimes;

  InteractionOrder(InteractionColumns columns, Vocabulary vocabulary, Progress progress) {
    this.types = columns.types();
    this.givenRatings = columns.ratings();
    this.userCount = vocabulary.userCount();
    this.itemCount = vocabulary.itemCount();
    this.users = columns.users().stream().mapToInt(vocabulary::entity).toArray();
    this.items = columns.items().stream().mapToInt(vocabulary::entity).toArray();
    this.kept = kept(columns, progress);
    this.givenTimes = columns.times();
  }

  /** Rows in order, of each user and item the last, of nodes that are still there. */
  private int[] kept(InteractionColumns columns, Progress progress) {
    int[] rows =
        new RowOrder(columns.size(), progress)
            .by(row -> columns.ids().get(row))
            .by(row -> items[row])
            .by(row -> RowOrder.ascending(columns.times().get(row)))
            .by(row -> users[row])
            .rows();
    int[] lastUserOfItem = new int[itemCount];
    Arrays.fill(lastUserOfItem, -1);
    int[] kept = new int[rows.length];
    int first = rows.length;
    for (int position = rows.length - 1; position >= 0; position--) {
      progress.checkRunning();
      int row = rows[position];
      boolean exists = users[row] >= 0 && items[row] >= 0;
      if (exists && lastUserOfItem[items[row]] != users[row]) {
        lastUserOfItem[items[row]] = users[row];
        kept[--first] = row;
      }
    }
    return Arrays.copyOfRange(kept, first, kept.length);
  }

  /** The scale of the ratings that count. */
  RatingScale ratingScale() {
    return RatingScale.of(
        () ->
            IntStream.of(kept)
                .mapToDouble(givenRatings::get)
                .filter(rating -> !Double.isNaN(rating)));
  }

  /** The interactions with their ratings from 1 to 5; clicks where the scale has no range. */
  Interactions interactions(RatingScale scale) {
    int[] keptItems = new int[kept.length];
    float[] ratings = new float[kept.length];
    for (int i = 0; i < kept.length; i++) {
      keptItems[i] = items[kept[i]];
      ratings[i] = scale.exists() ? scale.toModel(givenRatings.get(kept[i])) : Float.NaN;
    }
    double[] times = IntStream.of(kept).mapToDouble(givenTimes::get).toArray();
    int[] offsets = Offsets.of(userCount, IntStream.of(kept).map(row -> users[row] - itemCount));
    return new Interactions(offsets, keptItems, ratings, times, arrivals());
  }

  /**
   * Of all interactions, not of each user and item the last. Where a type of interactions has no
   * times, none of it says when an item came.
   */
  private ItemArrivals arrivals() {
    BitSet timed = new BitSet();
    for (int row = 0; row < items.length; row++) {
      if (Double.isFinite(givenTimes.get(row))) {
        timed.set(types.get(row));
      }
    }
    double[] times = new double[items.length];
    for (int row = 0; row < times.length; row++) {
      boolean counts = users[row] >= 0 && items[row] >= 0 && timed.get(types.get(row));
      times[row] = counts ? givenTimes.get(row) : Double.NaN;
    }
    return ItemArrivals.of(itemCount, items, times);
  }

  /** Triples that {@link #addTo} adds at most. */
  int triples() {
    return users.length;
  }

  /**
   * Adds a triple for each interaction, repeated ones included.
   *
   * @param firstRelation relation of the first interaction type
   */
  void addTo(TripleColumns triples, int firstRelation) {
    for (int row = 0; row < users.length; row++) {
      triples.add(users[row], firstRelation + types.get(row), items[row]);
    }
  }
}
