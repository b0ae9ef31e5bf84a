package org.metarec.path;

import java.util.Arrays;

/** Links in the order in which they were found, growing. */
final class LinkList {
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
    return Links.of(
        sourceCount,
        Arrays.copyOf(sources, size),
        Arrays.copyOf(targets, size),
        Arrays.copyOf(handles, size));
  }
}
