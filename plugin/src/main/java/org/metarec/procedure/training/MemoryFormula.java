package org.metarec.procedure.training;

import org.metarec.graph.GraphSchema;
import org.metarec.graph.SchemaRole;
import org.metarec.graph.reading.GraphCounts;
import org.metarec.meta.config.MetaConfig;
import org.metarec.meta.outer.CountedItems;
import org.metarec.meta.popularity.PopularityFeatures;
import org.metarec.meta.task.TaskSampler;
import org.metarec.train.RotatETrainer;
import org.metarec.train.config.RotatEConfig;

/**
 * What a {@link MemoryEstimate} is made of, in bytes: a constant, the largest of what four stages
 * take, and in a warm start {@link RotatETrainer#bytesOfKeptRows} for each node.
 *
 * <p>Reading holds the columns of all relationships until they are in order; RotatE the embeddings
 * and two moments of Adam, the triples twice, the set of known ones, weights and order, and what it
 * keeps for a batch; the meta-learner the content of all items and what their attributes earned,
 * once more the content of the items of a batch, about a hundred for a user and those that stand
 * for all, what attributes add to new items, who liked each item and attribute by the values of
 * users' features, and the tasks of {@link MetaConfig#MOST_TASKS} users. Ratings are fitted while
 * embeddings and tastes are there: twice all ratings, factors of users and items with their
 * variances, and what each item's attributes say of it. What was measured:
 * docs/experiments/memory.md.
 */
record MemoryFormula(GraphCounts counts, GraphSchema schema, TrainConfig config) {
  /** Values of a feature of users, where it is not said how many it has. */
  private static final long MOST_VALUES = 100;

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
    return counts.nodeCount() * 200
        + relation * relations()
        + 84 * read
        + 16 * users() * schema.valuesOfUser();
  }

  private long rotatE() {
    RotatEConfig rotatE = config.rotatE();
    long entities = counts.entityCount();
    long rows =
        RotatETrainer.bytesOfRows(entities, counts.tripleCount(), rotatE, config.concurrency());
    return entities * (36 + rows)
        + counts.tripleCount() * 48
        + interactions() * 16
        + clock()
        + paths()
        + RotatETrainer.bytesOfBatches(entities, rotatE, config.concurrency());
  }

  private long metaLearning() {
    int batch = config.meta().metaBatchSize();
    long d = config.rotatE().embeddingDimension();
    long content = 8 * d * contentRelations();
    long earned = 16 + 4L * PopularityFeatures.length(contentRelations());
    long inBatch = Math.min(counts.itemCount(), 100L * batch + CountedItems.MOST_SAMPLED);
    long ofTask = TaskSampler.MOST_ITEMS * (12 + 8L * contentRelations());
    return counts.entityCount() * (24 + 8 * d)
        + counts.tripleCount() * 12
        + interactions() * 32 // all, and those that are learned from
        + clock()
        + paths()
        + counts.itemCount() * (936 + content + earned)
        + others() * 150
        + profiles()
        + inBatch * content
        + 2 * Math.min(users(), batch) * ofTask // and of the batch that is next
        + Math.min(users(), MetaConfig.MOST_TASKS) * 2900;
  }

  /** Counts of likes for each item and attribute by the values of users' features. */
  private long profiles() {
    long features = schema.valuesOfUser();
    long ofLinks = interactions() * relations() / Math.max(1, counts.itemCount());
    return features == 0
        ? 0
        : 100 * (counts.itemCount() + contentRelations() * others())
            + 8 * features * Math.min(interactions(), MOST_VALUES * counts.itemCount())
            + 8 * features * Math.min(ofLinks, MOST_VALUES * others());
  }

  private int contentRelations() {
    return schema.relationshipTypes().size() + schema.itemFeatures().size();
  }

  /** Content, or embeddings where there is none, of as many items as a batch may have. */
  long batchFloats() {
    long tasks = Math.min(users(), config.meta().metaBatchSize());
    long most = TaskSampler.MOST_ITEMS * tasks + CountedItems.MOST_SAMPLED;
    long ofItem = 2L * config.rotatE().embeddingDimension() * Math.max(1, contentRelations());
    return interactions() > 0 ? Math.min(counts.itemCount(), most) * ofItem : 0;
  }

  private long ratings() {
    long ofRelations = 16L * contentRelations();
    return counts.entityCount() * (24 + 8L * config.rotatE().embeddingDimension())
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
        ? 24 * relations()
            + 12L * contentRelations() * counts.itemCount()
            + 8L * schema.itemFeatures().size() * (counts.nodeCount() - counts.itemCount())
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
