package org.metarec.procedure.training;

import java.lang.management.ManagementFactory;
import java.util.Locale;
import org.metarec.GraphMismatchException;
import org.metarec.graph.GraphSchema;
import org.metarec.graph.reading.GraphCounts;
import org.metarec.train.RotatETrainer;

/**
 * How much heap a training takes: what is alive at its greatest moment, beyond what was alive
 * before.
 *
 * @param bytesMin a sixteenth less than the formula
 * @param bytesMax a sixteenth more
 * @param floats of all embeddings, which are one array
 * @param batchFloats of a batch's items in the meta-learner, which are one array, at most
 */
record MemoryEstimate(long bytesMin, long bytesMax, long floats, long batchFloats) {
  private static final long MEBIBYTE = 1L << 20;
  private static final long FIXED = MEBIBYTE;

  /** A Java array holds no more floats. */
  private static final long MOST_FLOATS = Integer.MAX_VALUE - 8;

  /** The engine copies it to a buffer, whose bytes it counts in an int. */
  private static final long MOST_BATCH_FLOATS = Integer.MAX_VALUE / Float.BYTES;

  static MemoryEstimate of(GraphCounts counts, GraphSchema schema, TrainConfig config) {
    long kept = config.warm().warmStart() ? RotatETrainer.bytesOfKeptRows(config.rotatE()) : 0;
    MemoryFormula formula = new MemoryFormula(counts, schema, config);
    long bytes = FIXED + formula.most() + counts.entityCount() * kept;
    long floats = counts.entityCount() * 2 * config.rotatE().embeddingDimension();
    return new MemoryEstimate(
        bytes - bytes / 16, bytes + bytes / 16, floats, formula.batchFloats());
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

  /** Whether the heap has room for the least of it, and arrays for the embeddings and a batch. */
  boolean fits() {
    return bytesMin <= freeBytes() && floats <= MOST_FLOATS && batchFloats <= MOST_BATCH_FLOATS;
  }

  /**
   * What could be had. The youngest objects, where the collector keeps them apart, are garbage but
   * for a little, and may fill half of the heap of an idle server.
   */
  private static long freeBytes() {
    Runtime java = Runtime.getRuntime();
    long used = java.totalMemory() - java.freeMemory();
    return java.maxMemory() - Math.max(0, used - youngestBytes());
  }

  static long youngestBytes() {
    return ManagementFactory.getMemoryPoolMXBeans().stream()
        .filter(pool -> pool.getName().contains("Eden"))
        .mapToLong(pool -> pool.getUsage().getUsed())
        .sum();
  }

  /**
   * Refuses what cannot be trained; where only the heap is too small, unless the caller insists.
   *
   * @throws GraphMismatchException with what would help
   */
  void requireRoom(GraphCounts counts, TrainConfig config) {
    int dimension = config.rotatE().embeddingDimension();
    if (floats > MOST_FLOATS) {
      throw new GraphMismatchException(
          "%d embeddings of 2·%d floats are more than one array holds; lower embeddingDimension to %d",
          counts.entityCount(), dimension, MOST_FLOATS / 2 / counts.entityCount());
    }
    if (batchFloats > MOST_BATCH_FLOATS) {
      throw new GraphMismatchException(
          "the items of a batch may have %d floats, more than the %d of one array of the"
              + " meta-learner; lower metaBatchSize (%d) or embeddingDimension (%d)",
          batchFloats, MOST_BATCH_FLOATS, config.meta().metaBatchSize(), dimension);
    }
    long free = freeBytes();
    if (bytesMin > free && !config.sudo()) {
      throw new GraphMismatchException(
          "training takes %s of heap, %s are free; raise server.memory.heap.max_size, lower"
              + " embeddingDimension (%d), or try nevertheless with sudo: true",
          inWords(), inWords(free), dimension);
    }
  }
}
