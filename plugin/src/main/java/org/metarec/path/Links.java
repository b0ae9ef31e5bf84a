package org.metarec.path;

import java.util.Arrays;
import org.metarec.triple.RowOrder;

/**
 * The links of one relation, row by row (compressed sparse rows): from each source the targets it
 * is linked with, ascending and distinct, each with the handle of a relationship that links them.
 * Immutable.
 */
public final class Links {
  private final int[] offsets;
  private final int[] targets;
  private final long[] handles;

  private Links(int[] offsets, int[] targets, long[] handles) {
    this.offsets = offsets;
    this.targets = targets;
    this.handles = handles;
  }

  /**
   * Sorts links into rows. Of several links between the same two the smallest handle stays.
   *
   * @param sourceCount number of rows
   * @param sources one per link, in {@code [0, sourceCount)}
   * @param targets one per link, ≥ 0
   * @param handles one per link, opaque here
   */
  static Links of(int sourceCount, int[] sources, int[] targets, long[] handles) {
    int[] order =
        new RowOrder(sources.length)
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
    return new Links(offsets, Arrays.copyOf(keptTargets, kept), Arrays.copyOf(keptHandles, kept));
  }

  /** The same links from the other side; {@code targetCount} rows. */
  Links reversed(int targetCount) {
    int[] sources = new int[targets.length];
    for (int source = 0; source < sourceCount(); source++) {
      Arrays.fill(sources, from(source), to(source), source);
    }
    return of(targetCount, targets, sources, handles);
  }

  public int sourceCount() {
    return offsets.length - 1;
  }

  public int size() {
    return targets.length;
  }

  /** First link of a source; its links are {@code from(source) <= link < to(source)}. */
  public int from(int source) {
    return offsets[source];
  }

  public int to(int source) {
    return offsets[source + 1];
  }

  public int degree(int source) {
    return offsets[source + 1] - offsets[source];
  }

  public int target(int link) {
    return targets[link];
  }

  public long handle(int link) {
    return handles[link];
  }
}
