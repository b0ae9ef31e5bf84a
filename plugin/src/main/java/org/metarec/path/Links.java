package org.metarec.path;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.metarec.triple.Offsets;

/**
 * The links of one relation, row by row (compressed sparse rows): from each source the targets it
 * is linked with, ascending and distinct, each with the handle of a relationship that links them.
 *
 * <p>A base, or one with an overlay ({@link #with}), whose links are numbered last. Immutable.
 */
public final class Links {
  /** The handle of a link with a value of a property, which no relationship stands for. */
  public static final long NO_HANDLE = -1;

  private static final int[] NONE = {};

  private final int[] offsets;
  private final int[] targets;
  private final Handles handles;
  private final int sourceCount;
  private final int[] changed;
  private final Links overlay;

  /**
   * Sorted links, taken over.
   *
   * @param offsets where each source's row begins, and where the last one ends
   */
  Links(int[] offsets, int[] targets, Handles handles) {
    this.offsets = offsets;
    this.targets = targets;
    this.handles = handles;
    this.sourceCount = offsets.length - 1;
    this.changed = NONE;
    this.overlay = this;
  }

  private Links(Links base, int sourceCount, int[] changed, Links overlay) {
    this.offsets = base.offsets;
    this.targets = base.targets;
    this.handles = base.handles;
    this.sourceCount = sourceCount;
    this.changed = changed;
    this.overlay = overlay;
  }

  /** The same links from the other side, without handles; {@code targetCount} rows. */
  Links reversed(int targetCount) {
    int[] reversedOffsets = Offsets.of(targetCount, IntStream.of(targets));
    int[] next = reversedOffsets.clone();
    int[] sources = new int[targets.length];
    for (int source = 0; source < offsets.length - 1; source++) {
      for (int link = offsets[source]; link < offsets[source + 1]; link++) {
        sources[next[targets[link]]++] = source;
      }
    }
    return new Links(reversedOffsets, sources, Handles.NONE);
  }

  /**
   * The base of these links with an overlay.
   *
   * @param sourceCount rows in all
   * @param changed sources that have a row in the overlay, ascending; all new ones among them
   * @param overlay the row of {@code changed[p]} at p
   */
  Links with(int sourceCount, int[] changed, Links overlay) {
    return new Links(this, sourceCount, changed, overlay);
  }

  public int sourceCount() {
    return sourceCount;
  }

  boolean isEmpty() {
    return targets.length == 0 && overlay.targets.length == 0;
  }

  /** One more than the highest target of the base. */
  int targetCount() {
    return IntStream.of(targets).max().orElse(-1) + 1;
  }

  /** First link of a source; its links are {@code from(source) <= link < to(source)}. */
  public int from(int source) {
    int place = placeInOverlay(source);
    return place < 0 ? offsets[source] : targets.length + overlay.offsets[place];
  }

  public int to(int source) {
    int place = placeInOverlay(source);
    return place < 0 ? offsets[source + 1] : targets.length + overlay.offsets[place + 1];
  }

  private int placeInOverlay(int source) {
    return changed.length == 0 ? -1 : Arrays.binarySearch(changed, source);
  }

  public int degree(int source) {
    return to(source) - from(source);
  }

  public int target(int link) {
    return link < targets.length ? targets[link] : overlay.targets[link - targets.length];
  }

  /** The targets of a source, ascending. */
  public IntStream targets(int source) {
    return IntStream.range(from(source), to(source)).map(this::target);
  }

  /** The relationship of a link; links seen from the other side have none. */
  public long handle(int link) {
    return link < targets.length ? handles.get(link) : overlay.handles.get(link - targets.length);
  }

  /** The sources whose rows are in the overlay, ascending. */
  IntStream changed() {
    return IntStream.of(changed);
  }

  boolean hasChangedBelow(int limit) {
    return changed.length > 0 && changed[0] < limit;
  }

  /** Its rows, that of the first changed source at 0; the base itself where there is none. */
  Links overlay() {
    return overlay;
  }

  boolean isChanged(int source) {
    return placeInOverlay(source) >= 0;
  }

  /** The targets of a source in the base, then those in the overlay. */
  IntStream baseThenOverlay(int source) {
    IntStream base = IntStream.range(offsets[source], offsets[source + 1]).map(i -> targets[i]);
    return IntStream.concat(base, targets(source));
  }

  /** The link of a source with a target, −1 if there is none; costs the logarithm of its links. */
  public int find(int source, int target) {
    int place = placeInOverlay(source);
    if (place < 0) {
      return Math.max(
          -1, Arrays.binarySearch(targets, offsets[source], offsets[source + 1], target));
    }
    int link = overlay.find(place, target);
    return link < 0 ? -1 : targets.length + link;
  }

  /** How many links of a source in the base lead to targets below a number. */
  int degreeBelow(int source, int limit) {
    int place = Arrays.binarySearch(targets, offsets[source], offsets[source + 1], limit);
    return (place < 0 ? -place - 1 : place) - offsets[source];
  }

  /** The targets of a source in the base that are below a number; none of one that came later. */
  int[] targetsBelow(int source, int limit) {
    if (source >= offsets.length - 1) {
      return NONE;
    }
    int from = offsets[source];
    return Arrays.copyOfRange(targets, from, from + degreeBelow(source, limit));
  }

  /** Adds {@code dividend / divisors[t]} to the sum of each target t of a source in the base. */
  void addQuotients(int source, float dividend, float[] divisors, float[] sums) {
    int end = offsets[source + 1];
    for (int link = offsets[source]; link < end; link++) {
      int target = targets[link];
      sums[target] += dividend / divisors[target];
    }
  }
}
