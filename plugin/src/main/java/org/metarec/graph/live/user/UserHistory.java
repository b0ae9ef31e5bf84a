package org.metarec.graph.live.user;

import com.google.common.hash.Hasher;
import com.google.common.hash.Hashing;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.IntUnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.metarec.graph.live.item.KeyHashes;
import org.metarec.meta.inner.SupportSet;

/**
 * What a user interacted with, in the terms of a {@link org.metarec.graph.live.model.LiveModel}:
 * each item once, at its last interaction, oldest first.
 *
 * @param clicks the interactions in order
 * @param supporting those from which weights are adapted and paths start: the latest, and all that
 *     the caller told of
 * @param userValues the values of the user's features: positions in {@link
 *     org.metarec.model.taste.TasteModel#userValues}, ascending
 * @param fingerprint another one if the supporting interactions, their order or the features
 *     change; relations of items are not in it, nor times
 */
public record UserHistory(
    List<Past> clicks, List<Past> supporting, List<Integer> userValues, long fingerprint) {

  /**
   * One interaction.
   *
   * @param rating on the scale 1 … 5, NaN for a click
   * @param handle id of its relationship; empty where only the caller told of it
   * @param isGiven whether the caller told of it
   * @param time when it was, −∞ if unknown
   */
  public record Past(int item, float rating, OptionalLong handle, boolean isGiven, double time) {

    /** This interaction, with what an older one with the same item knows. */
    Past after(Past older) {
      return new Past(
          item, rating, handle.isPresent() ? handle : older.handle, isGiven || older.isGiven, time);
    }

    private Past renumbered(IntUnaryOperator numbers) {
      int now = numbers.applyAsInt(item);
      return now == item ? this : new Past(now, rating, handle, isGiven, time);
    }
  }

  public UserHistory {
    clicks = List.copyOf(clicks);
    supporting = List.copyOf(supporting);
    userValues = List.copyOf(userValues);
  }

  /** The history of interactions in their order, of each item one. */
  static UserHistory of(List<Past> clicks, List<Integer> userValues, KeyHashes keys) {
    return of(clicks, supporting(clicks), userValues, keys);
  }

  private static UserHistory of(
      List<Past> clicks, List<Past> supporting, List<Integer> userValues, KeyHashes keys) {
    long fingerprint = fingerprint(supporting, userValues, keys);
    return new UserHistory(clicks, supporting, userValues, fingerprint);
  }

  /** The same interactions of a user with other features. */
  UserHistory withUserValues(List<Integer> values, KeyHashes keys) {
    return values.equals(userValues) ? this : of(clicks, supporting, values, keys);
  }

  /** The same interactions and later ones: of several with one item the last. */
  UserHistory followedBy(UserHistory later, KeyHashes keys) {
    Set<Integer> again = later.clicks.stream().map(Past::item).collect(Collectors.toSet());
    Stream<Past> before = clicks.stream().filter(past -> !again.contains(past.item));
    return of(Stream.concat(before, later.clicks.stream()).toList(), userValues, keys);
  }

  /** The same interactions where items have other numbers. */
  UserHistory renumbered(IntUnaryOperator numbers) {
    return new UserHistory(
        renumbered(clicks, numbers), renumbered(supporting, numbers), userValues, fingerprint);
  }

  private static List<Past> renumbered(List<Past> clicks, IntUnaryOperator numbers) {
    return clicks.stream().map(past -> past.renumbered(numbers)).toList();
  }

  private static List<Past> supporting(List<Past> clicks) {
    int given = (int) clicks.stream().filter(Past::isGiven).count();
    int tooOld = clicks.size() - Math.max(given, SupportSet.LATEST);
    List<Past> supporting = new ArrayList<>();
    for (Past past : clicks) {
      if (past.isGiven() || tooOld <= 0) {
        supporting.add(past);
      } else {
        tooOld--;
      }
    }
    return supporting;
  }

  /**
   * Tells apart what leads to different weights: latest interactions, which of them followed on
   * another, ratings, user's features. Of keys and node ids, so of this store, see {@link
   * KeyHashes}.
   */
  private static long fingerprint(List<Past> supporting, List<Integer> userValues, KeyHashes keys) {
    Hasher hasher = Hashing.murmur3_128().newHasher();
    double before = Click.NO_TIME;
    for (Past click : supporting) {
      hasher.putInt(keys.of(click.item)).putFloat(click.rating).putBoolean(click.time > before);
      before = click.time;
    }
    userValues.forEach(hasher::putInt);
    return hasher.hash().asLong();
  }

  /** All items the user interacted with, each once. */
  public int[] seen() {
    return clicks.stream().mapToInt(Past::item).toArray();
  }

  /** The interactions from which weights are adapted and paths start. */
  public SupportSet support() {
    int[] items = supporting.stream().mapToInt(Past::item).toArray();
    float[] ratings = new float[items.length];
    for (int position = 0; position < items.length; position++) {
      ratings[position] = supporting.get(position).rating();
    }
    double[] times = supporting.stream().mapToDouble(Past::time).toArray();
    return new SupportSet(items, ratings, times);
  }

  /** The interaction at a position of {@link #support}. */
  public Past supporting(int position) {
    return supporting.get(position);
  }
}
