package org.metarec.procedure.training;

import java.lang.management.ManagementFactory;
import java.util.Locale;
import org.metarec.GraphMismatchException;
import org.metarec.graph.GraphSchema;
import org.metarec.graph.SchemaRole;
import org.metarec.graph.reading.GraphCounts;
import org.metarec.meta.CountedItems;
import org.metarec.meta.MetaConfig;
import org.metarec.meta.MetaLearner;
import org.metarec.meta.popularity.PopularityFeatures;
import org.metarec.meta.task.TaskSampler;
import org.metarec.train.RotatETrainer;
import org.metarec.train.config.RotatEConfig;

/**
 * How much heap a training takes: what is alive at its greatest moment, beyond what was alive
 * before. With n nodes, of them i items, u users and a others, l relations and features of items, v
 * interactions, w with repeated ones, z the same or 0 where no interaction has a time, t = l + v, d
 * complex coordinates, r relations that give paths, c relations and features that describe an item,
 * batches of b triples with k negatives and of m users, that is 6 MiB and the largest of
 *
 * <pre>
 *   reading        200·n + 52·l + 80·w, with items 100·l instead of 52·l
 *   RotatE         n·(36 + rows) + 48·t + 16·v + 8·z + paths + b·(20·(k + 1) + 9·(8·d + 64))
 *   meta-learning  n·(24 + 8·d) + 12·t + 16·v + 8·z + paths + i·(960 + 28·r + 8·d·c) + 150·a
 *                  + min(i, 100·m + 1024)·8·d·c + min(u, 8192)·2900
 *   ratings        n·(24 + 8·d) + 12·t + 32·v + 8·z + paths
 *                  + i·(600 + 160·r) + u·(150 + 16·r) + a·(270 + 16·r)
 *   rows           24·d, 32·d where held-back triples are ranked before the last epoch; of a wide
 *                  embedding less, see {@link RotatETrainer#bytesOfRows}
 *   paths          24·l + 12·r·i, with items
 * </pre>
 *
 * and in a warm start {@link RotatETrainer#bytesOfKeptRows} for each node.
 *
 * <p>Reading holds the columns of all relationships until they are in order; RotatE the embeddings
 * and two moments of Adam, the triples twice, the set of known ones, weights and order; the
 * meta-learner the content of all items and what their attributes earned, once more the content of
 * the items of a batch, about a hundred for a user and those that stand for all, what attributes
 * add to new items, and the tasks of {@link MetaLearner#MOST_TASKS} users. Ratings are fitted while
 * embeddings and tastes are there: twice all ratings, factors of users and items with their
 * variances, and what each item's attributes say of it. What was measured:
 * docs/experiments/memory.md.
 *
 * @param bytesMin a sixteenth less than the formula
 * @param bytesMax a sixteenth more
 * @param floats of all embeddings, which are one array
 * @param batchFloats of a batch's items in the meta-learner, which are one array, at most
 */
record MemoryEstimate(long bytesMin, long bytesMax, long floats, long batchFloats) {
  private static final long MEBIBYTE = 1L << 20;
  private static final long FIXED = 6 * MEBIBYTE;

  /** A Java array holds no more floats. */
  private static final long MOST_FLOATS = Integer.MAX_VALUE - 8;

  /** The engine copies it to a buffer, whose bytes it counts in an int. */
  private static final long MOST_BATCH_FLOATS = Integer.MAX_VALUE / Float.BYTES;

  static MemoryEstimate of(GraphCounts counts, GraphSchema schema, TrainConfig config) {
    long kept = config.warm().warmStart() ? RotatETrainer.bytesOfKeptRows(config.rotatE()) : 0;
    Formula formula = new Formula(counts, schema, config);
    long bytes = FIXED + formula.most() + counts.nodeCount() * kept;
    long floats = counts.nodeCount() * 2 * config.rotatE().embeddingDimension();
    return new MemoryEstimate(
        bytes - bytes / 16, bytes + bytes / 16, floats, formula.batchFloats());
  }

  /** What the formula is made of. */
  private record Formula(
      GraphCounts counts,
      GraphSchema schema,
      RotatEConfig config,
      MetaConfig meta,
      int concurrency) {

    Formula(GraphCounts counts, GraphSchema schema, TrainConfig config) {
      this(counts, schema, config.rotatE(), config.meta(), config.concurrency());
    }

    long most() {
      long most = Math.max(reading(), rotatE());
      if (interactions() > 0) {
        most = Math.max(most, metaLearning());
      }
      return schema.ratingProperty().isPresent() ? Math.max(most, ratings()) : most;
    }

    private long reading() {
      long relation = hasItems() ? 100 : 52;
      long read = interactions() + counts.repeatedCount();
      return counts.nodeCount() * 200 + relation * relations() + 80 * read;
    }

    private long rotatE() {
      long d = config.embeddingDimension();
      long rows =
          RotatETrainer.bytesOfRows(counts.nodeCount(), counts.tripleCount(), config, concurrency);
      long pairs = 20 * (config.negativeSamples() + 1L);
      return counts.nodeCount() * (36 + rows)
          + counts.tripleCount() * 48
          + interactions() * 16
          + clock()
          + paths()
          + config.batchSize() * (pairs + 9L * (8 * d + 64));
    }

    private long metaLearning() {
      long d = config.embeddingDimension();
      long content = 8 * d * contentRelations();
      int relations = schema.relationshipTypes().size();
      long earned = 16 + 4L * PopularityFeatures.earnedNumbers(relations);
      long inBatch =
          Math.min(counts.itemCount(), 100L * meta.metaBatchSize() + CountedItems.MOST_SAMPLED);
      return counts.nodeCount() * (24 + 8 * d)
          + counts.tripleCount() * 12
          + interactions() * 16
          + clock()
          + paths()
          + counts.itemCount() * (936 + content + earned)
          + others() * 150
          + inBatch * content
          + Math.min(users(), MetaLearner.MOST_TASKS) * 2900;
    }

    private int contentRelations() {
      return schema.relationshipTypes().size() + schema.itemFeatures().size();
    }

    /** Content, or embeddings where there is none, of as many items as a batch may have. */
    long batchFloats() {
      long tasks = Math.min(users(), meta.metaBatchSize());
      long most = TaskSampler.MOST_ITEMS * tasks + CountedItems.MOST_SAMPLED;
      long ofItem = 2L * config.embeddingDimension() * Math.max(1, contentRelations());
      return interactions() > 0 ? Math.min(counts.itemCount(), most) * ofItem : 0;
    }

    private long ratings() {
      long ofRelations = 16L * schema.relationshipTypes().size();
      return counts.nodeCount() * (24 + 8L * config.embeddingDimension())
          + counts.tripleCount() * 12
          + interactions() * 32
          + clock()
          + paths()
          + counts.itemCount() * (600 + 10 * ofRelations)
          + users() * (150 + ofRelations)
          + others() * (270 + ofRelations);
    }

    private long clock() {
      boolean timed = schema.timeProperty().isPresent();
      return timed ? 8 * (interactions() + counts.repeatedCount()) : 0;
    }

    private long others() {
      return Math.max(0, counts.nodeCount() - counts.itemCount() - users());
    }

    private long paths() {
      return hasItems()
          ? 24 * relations() + 12L * schema.relationshipTypes().size() * counts.itemCount()
          : 0;
    }

    private boolean hasItems() {
      return counts.itemCount() > 0;
    }

    private long users() {
      return schema.count(SchemaRole.USER);
    }

    private long interactions() {
      return counts.interactionCount();
    }

    private long relations() {
      return counts.tripleCount() - interactions();
    }
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
          "%d nodes of 2·%d floats are more than one array holds; lower embeddingDimension to %d",
          counts.nodeCount(), dimension, MOST_FLOATS / 2 / counts.nodeCount());
    }
    if (batchFloats > MOST_BATCH_FLOATS) {
      throw new GraphMismatchException(
          "the items of a batch may have %d floats, more than the %d of one array of the"
              + " meta-learner; lower metaBatchSize (%d) or embeddingDimension (%d)",
          batchFloats, MOST_BATCH_FLOATS, config.meta().metaBatchSize(), dimension);
    }
    if (!fits() && !config.sudo()) {
      throw new GraphMismatchException(
          "training takes %s of heap, %s are free; raise server.memory.heap.max_size, lower"
              + " embeddingDimension (%d), or try nevertheless with sudo: true",
          inWords(), inWords(freeBytes()), dimension);
    }
  }
}
