package org.metarec.path;

/**
 * The targets of some sources, row after row. They are fetched in loops of nothing else, so that
 * the processor waits for many of them at once: links of sources far apart come from memory.
 */
final class LinkRows {
  private final int[] ends;
  private final int[] targets;

  LinkRows(Links links, int[] sources) {
    this.ends = new int[sources.length];
    int size = 0;
    for (int row = 0; row < sources.length; row++) {
      size += links.degree(sources[row]);
      ends[row] = size;
    }
    this.targets = new int[size];
    int place = 0;
    for (int source : sources) {
      int end = links.to(source);
      for (int link = links.from(source); link < end; link++) {
        targets[place++] = links.target(link);
      }
    }
  }

  /** Of the sources below a number. */
  static LinkRows first(int number, Links links) {
    int[] sources = new int[number];
    for (int source = 0; source < number; source++) {
      sources[source] = source;
    }
    return new LinkRows(links, sources);
  }

  /** Number of links of all rows. */
  int size() {
    return targets.length;
  }

  /** Where the row of a source ends; the next one begins there. */
  int end(int row) {
    return ends[row];
  }

  int target(int link) {
    return targets[link];
  }
}
