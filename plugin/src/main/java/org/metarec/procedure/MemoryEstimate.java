package org.metarec.procedure;

import java.util.Locale;
import org.metarec.GraphMismatchException;
import org.metarec.graph.GraphCounts;
import org.metarec.graph.GraphSchema;

/**
 * How much heap a training takes. With n nodes, i items, t triples, d complex coordinates and c
 * relations and features that describe an item, the arrays that are alive together take
 *
 * <pre>32 MiB + n·(128 + 32·d) + t·80 + i·(280 + 8·d·c) bytes:</pre>
 *
 * <p>a node has its ids and key, and 2d floats four times (embedding, two moments of Adam, the best
 * epoch so far); a triple stands in the columns, in the path index from both sides, and in the set
 * of known triples; an item has its row twice, and its content. Garbage on the way takes up to half
 * as much again.
 *
 * @param bytesMin by the formula
 * @param bytesMax with garbage
 */
record MemoryEstimate(long bytesMin, long bytesMax) {
  private static final long MEBIBYTE = 1L << 20;
  private static final long FIXED = 32 * MEBIBYTE;

  /** A Java array holds no more floats. */
  private static final long MOST_FLOATS = Integer.MAX_VALUE - 8;

  static MemoryEstimate of(GraphCounts counts, GraphSchema schema, int dimension) {
    long d = dimension;
    long content = (long) schema.relationshipTypes().size() + schema.itemFeatures().size();
    long bytes =
        FIXED
            + counts.nodeCount() * (128 + 32 * d)
            + counts.tripleCount() * 80
            + counts.itemCount() * (280 + 8 * d * content);
    return new MemoryEstimate(bytes, bytes + bytes / 2);
  }

  /** "[120 MiB ... 180 MiB]". */
  String inWords() {
    return "[%s ... %s]".formatted(inWords(bytesMin), inWords(bytesMax));
  }

  private static String inWords(long bytes) {
    return bytes < 10_000 * MEBIBYTE
        ? String.format(Locale.ROOT, "%d MiB", (bytes + MEBIBYTE - 1) / MEBIBYTE)
        : String.format(Locale.ROOT, "%.1f GiB", bytes / 1024.0 / MEBIBYTE);
  }

  /** Whether the heap has room for the least of it. */
  boolean fits() {
    return bytesMin <= freeBytes();
  }

  private static long freeBytes() {
    Runtime java = Runtime.getRuntime();
    return java.maxMemory() - (java.totalMemory() - java.freeMemory());
  }

  /**
   * Refuses what cannot be trained.
   *
   * @param sudo whether to go on although the heap is too small
   * @throws GraphMismatchException with what would help
   */
  void requireRoom(GraphCounts counts, int dimension, boolean sudo) {
    if (!fits() && !sudo) {
      throw new GraphMismatchException(
          "training takes %s of heap, %s are free; raise server.memory.heap.max_size, lower"
              + " embeddingDimension (%d), or try nevertheless with sudo: true",
          inWords(), inWords(freeBytes()), dimension);
    }
    if (counts.nodeCount() * 2 * dimension > MOST_FLOATS) {
      throw new GraphMismatchException(
          "%d nodes of 2·%d floats are more than one array holds; lower embeddingDimension to %d",
          counts.nodeCount(), dimension, MOST_FLOATS / 2 / counts.nodeCount());
    }
  }
}
