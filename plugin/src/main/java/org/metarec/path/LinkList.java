package org.metarec.path;

import java.util.Arrays;
import org.metarec.triple.Progress;

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
        ? Links.ofShortRows(sourceCount, from, to, with)
        : Links.of(sourceCount, from, to, with, progress);
  }

  private boolean areShortRows() {
    boolean ascending = true;
    for (int link = 1; link < size && ascending; link++) {
      boolean isLong = link >= SHORT && sources[link - SHORT] == sources[link];
      ascending = sources[link - 1] <= sources[link] && !isLong;
    }
    return ascending;
  }
}
