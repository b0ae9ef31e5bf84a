package org.metarec.path;

import java.util.Arrays;
import org.metarec.triple.Progress;
import org.metarec.triple.RowOrder;

/** Links in the order in which they were found, growing. */
final class LinkList {
  /** To sort rows of up to so many links one by one costs less than to sort all at once. */
  private static final int SHORT = 64;

  private int size;
  private int[] sources = new int[16];
  private int[] targets = new int[16];
  private long[] handles = new long[16];

  void add(int source, int target, long handle) {
    if (size == sources.length) {
      sources = Arrays.copyOf(sources, 2 * size);
      targets = Arrays.copyOf(targets, 2 * size);
      handles = Arrays.copyOf(handles, 2 * size);
    }
    sources[size] = source;
    targets[size] = target;
    handles[size] = handle;
    size++;
  }

  Links toLinks(int sourceCount) {
    return toLinks(sourceCount, Progress.NONE);
  }

  /**
   * As {@link #toLinks(int)}, but can be stopped: links may be very many.
   *
   * @param progress asked between two passes over them
   */
  Links toLinks(int sourceCount, Progress progress) {
    int[] from = Arrays.copyOf(sources, size);
    int[] to = Arrays.copyOf(targets, size);
    long[] with = Arrays.copyOf(handles, size);
    return areShortRows()
        ? ofShortRows(sourceCount, from, to, with)
        : sorted(sourceCount, from, to, with, progress);
  }

  private boolean areShortRows() {
    boolean ascending = true;
    for (int link = 1; link < size && ascending; link++) {
      boolean isLong = link >= SHORT && sources[link - SHORT] == sources[link];
      ascending = sources[link - 1] <= sources[link] && !isLong;
    }
    return ascending;
  }

  /**
   * Sorts links into rows. Of several links between the same two the smallest handle stays.
   *
   * @param sourceCount number of rows
   * @param sources one per link, in {@code [0, sourceCount)}
   * @param targets one per link, ≥ 0
   * @param handles one per link, opaque here
   */
  static Links sorted(
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
   * As {@link #sorted}, from links in the order of their sources, few of each: costs less where
   * rows are built again and again.
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
}
