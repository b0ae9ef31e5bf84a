package org.metarec.path;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.metarec.triple.Progress;
import org.metarec.triple.RowOrder;

/**
 * The links of one relation, row by row (compressed sparse rows): from each source the targets it
 * is linked with, ascending and distinct, each with the handle of a relationship that links them.
 *
 * <p>A base, or one with an overlay ({@link #with}), whose links are numbered last. Immutable.
 */
public final class Links {
  private static final int[] NONE = {};

  private final int[] offsets;
  private final int[] targets;
  private final Handles handles;
  private final int sourceCount;
  private final int[] changed;
  private final Links overlay;

  private Links(int[] offsets, int[] targets, Handles handles) {
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

  /**
   * Sorts links into rows. Of several links between the same two the smallest handle stays.
   *
   * @param sourceCount number of rows
   * @param sources one per link, in {@code [0, sourceCount)}
   * @param targets one per link, ≥ 0
   * @param handles one per link, opaque here
   */
  static Links of(
      int sourceCount, int[] sources, int[] targets, long[] handles, Progress progress) {
    int[] order =
        new RowOrder(sources.length, progress)
            .by(link -> handles[link])
            .by(link -> targets[link])
            .by(link -> sources[link])
            .rows();
    int[] offsets = new int[sourceCount + 1];
    int[] keptTargets = new int[sources.length];
    long[] keptHandles = new long[sources.length];
    int kept = 0;
    int lastSource = -1;
    for (int link : order) {
      boolean repeated = sources[link] == lastSource && targets[link] == keptTargets[kept - 1];
      if (!repeated) {
        keptTargets[kept] = targets[link];
        keptHandles[kept] = handles[link];
        kept++;
        lastSource = sources[link];
        offsets[lastSource + 1]++;
      }
    }
    for (int source = 0; source < sourceCount; source++) {
      offsets[source + 1] += offsets[source];
    }
    return new Links(offsets, Arrays.copyOf(keptTargets, kept), Handles.of(keptHandles, kept));
  }

  /**
   * As {@link #of}, from links in the order of their sources, few of each: costs less where rows
   * are built again and again.
   *
   * @param targets taken over
   * @param handles taken over
   */
  static Links ofShortRows(int sourceCount, int[] sources, int[] targets, long[] handles) {
    int[] offsets = new int[sourceCount + 1];
    int kept = 0;
    int link = 0;
    for (int source = 0; source < sourceCount; source++) {
      int from = kept;
      for (; link < sources.length && sources[link] == source; link++) {
        if (insert(from, kept, targets, handles, link)) {
          kept++;
        }
      }
      offsets[source + 1] = kept;
    }
    return new Links(offsets, Arrays.copyOf(targets, kept), Handles.of(handles, kept));
  }

  /** Whether a link is another one than those of its row, which lie before it, in order. */
  private static boolean insert(int from, int to, int[] targets, long[] handles, int link) {
    int target = targets[link];
    long handle = handles[link];
    int place = to;
    while (place > from && targets[place - 1] > target) {
      place--;
    }
    if (place > from && targets[place - 1] == target) {
      handles[place - 1] = Math.min(handles[place - 1], handle);
      return false;
    }
    System.arraycopy(targets, place, targets, place + 1, to - place);
    System.arraycopy(handles, place, handles, place + 1, to - place);
    targets[place] = target;
    handles[place] = handle;
    return true;
  }

  /** The same links from the other side, without handles; {@code targetCount} rows. */
  Links reversed(int targetCount) {
    int[] reversedOffsets = new int[targetCount + 1];
    for (int target : targets) {
      reversedOffsets[target + 1]++;
    }
    for (int target = 0; target < targetCount; target++) {
      reversedOffsets[target + 1] += reversedOffsets[target];
    }
    int[] next = Arrays.copyOf(reversedOffsets, targetCount);
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
    return IntStream.concat(base, IntStream.range(from(source), to(source)).map(this::target));
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
