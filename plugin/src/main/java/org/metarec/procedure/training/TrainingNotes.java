package org.metarec.procedure.training;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.DoublePredicate;
import java.util.stream.IntStream;
import org.metarec.graph.reading.TrainingGraph;
import org.metarec.meta.heldback.HeldBackItems;
import org.metarec.path.LinkedItems;
import org.metarec.path.PathIndex;
import org.metarec.triple.Relation;
import org.metarec.triple.time.Interactions;
import org.neo4j.logging.Log;

/** What the log tells of a training, for whoever does not read its row. */
final class TrainingNotes {
  /** Of fewer likes the standard error is .07. */
  private static final int ENOUGH = 50;

  /** Of so many ratings one at least is liked where ratings are ratings. */
  private static final int FEW_LIKES = 10;

  /** Times the mean of all users: more than nearly anybody does. */
  private static final double MANY_TIMES = 20;

  /** And of all interactions: fewer change little. */
  private static final double BUSY_SHARE = 0.01;

  /** Clocks of clients are wrong by less. */
  private static final double SECONDS_OF_A_DAY = 24 * 60 * 60;

  private final Log log;
  private final String modelName;

  TrainingNotes(Log log, String modelName) {
    this.log = log;
    this.modelName = modelName;
  }

  /**
   * Writes a line for each reason to leave something out, and one that compares the model with
   * popularity on held-back likes.
   *
   * @param skipped what was left out, by reason, with how often
   * @param metrics of the held-back likes, none where none was; empty where there were no
   *     interactions
   * @param holdsBack whether some were to be held back
   */
  void write(Map<String, Long> skipped, Optional<Map<String, Double>> metrics, boolean holdsBack) {
    skipped.forEach((reason, count) -> warn("skipped, %s times: %s".formatted(count, reason)));
    if (metrics.isEmpty()) {
      warn(
          "no interactions were found, so this model is embeddings only and recommends nothing;"
              + " CALL metarec.schema() shows what is found, interactionTypes names other types");
    }
    boolean isRanked = metrics.filter(of -> of.containsKey(HeldBackItems.COUNT)).isPresent();
    if (isRanked) {
      writeRanking(metrics.orElseThrow());
    } else if (holdsBack && metrics.isPresent()) {
      warn(
          "nothing tells how well it ranks, since no like of an item that has others could be set"
              + " aside; CALL metarec.schema() shows what is taken for items");
    }
  }

  /** Writes by what callers will look nodes up otherwise than in the model that serves. */
  void writeChanges(List<String> roles) {
    if (!roles.isEmpty()) {
      warn(
          "%s, once this training serves; callers look users and items up by these: name in the config"
                  .formatted(String.join(", ", roles))
              + " what shall stay");
    }
  }

  /**
   * Writes what looks wrong in a graph.
   *
   * @param now in seconds since 1970
   */
  void writeGraph(TrainingGraph graph, double now) {
    writeLikes(graph.interactions());
    writeBusyUsers(graph.interactions());
    writeTimes(graph.interactions(), now);
    writeLinks(graph.relations(), graph.paths(), graph.interactions());
  }

  /**
   * Writes that next to nothing that was rated is liked, as where a count was taken for a rating,
   * or one is wrong.
   */
  void writeLikes(Interactions interactions) {
    long rated = ratings(interactions, rating -> !Double.isNaN(rating));
    long liked = ratings(interactions, rating -> rating >= 3);
    if (FEW_LIKES * liked < rated) {
      warn(
          "%d of %d ratings count as liked, for they are in the upper half of the range; a count of"
                  .formatted(liked, rated)
              + " plays or a quantity is no rating: name another ratingProperty, or store steps of"
              + " it; of ratings, correct those that are far beyond the others");
    }
  }

  /** Writes that a few users have much of all, as bots do, or the till of a shop. */
  void writeBusyUsers(Interactions interactions) {
    double mean = interactions.size() / (double) interactions.knownUsers().cardinality();
    double many = Math.max(MANY_TIMES * mean, BUSY_SHARE * interactions.size());
    int[] sizes =
        IntStream.range(0, interactions.userCount())
            .map(interactions::size)
            .filter(size -> size > many)
            .toArray();
    if (sizes.length > 0) {
      warn(
          "%d of %d users have %d of %d interactions, each over %.0f times the mean; leave out who is"
                  .formatted(
                      sizes.length,
                      interactions.knownUsers().cardinality(),
                      IntStream.of(sizes).sum(),
                      interactions.size(),
                      MANY_TIMES)
              + " not one person, as bots and tills");
    }
  }

  /**
   * Writes that some interactions are yet to come, as where milliseconds are mixed with seconds.
   *
   * @param now in seconds since 1970
   */
  void writeTimes(Interactions interactions, double now) {
    long timed = interactions.later(Double.NEGATIVE_INFINITY);
    long toCome = interactions.later(now + SECONDS_OF_A_DAY);
    if (toCome > 0 && toCome < timed) {
      warn(
          "%d of %d times of interactions lie in the future and count as the latest of all;"
                  .formatted(toCome, timed)
              + " correct them, and if they are numbers, store all in one unit");
    }
  }

  /**
   * Writes which relations and features only items with interactions have, as where one was made of
   * interactions, so that nothing is learned from them of new items.
   *
   * @param relations those of the paths come first
   */
  void writeLinks(List<Relation> relations, PathIndex paths, Interactions interactions) {
    List<LinkedItems> all = LinkedItems.of(paths, interactions.knownItems());
    for (int relation = 0; relation < all.size(); relation++) {
      LinkedItems linked = all.get(relation);
      if (linked.areKnownAlone()) {
        warn(
            "%s counts for items with interactions alone: %d of %d have it, of those without %d of %d;"
                    .formatted(
                        relations.get(relation).name(),
                        linked.ofKnown(),
                        linked.known(),
                        linked.ofOthers(),
                        linked.others())
                + " unless it was made of interactions, give it to the others too");
      }
    }
  }

  private static long ratings(Interactions interactions, DoublePredicate counted) {
    return IntStream.range(0, interactions.userCount())
        .mapToLong(
            user ->
                IntStream.range(0, interactions.size(user))
                    .filter(position -> counted.test(interactions.rating(user, position)))
                    .count())
        .sum();
  }

  /** Writes what serves now. */
  void writeEnd(TrainProcedure.Row trained) {
    long millis =
        trained.readMillis()
            + trained.computeMillis()
            + trained.metaMillis()
            + trained.writeMillis();
    log.info(
        "train '%s': %s serves, with %d nodes and %d interactions, after %d s",
        modelName,
        trained.modelVersion(),
        trained.nodeCount(),
        trained.interactionCount(),
        Math.round(millis / 1000.0));
  }

  /** Writes why a training has not come to its end. */
  void writeFailure(Throwable failed) {
    warn("broken off: " + Objects.requireNonNullElse(failed.getMessage(), failed.toString()));
  }

  private void writeRanking(Map<String, Double> metrics) {
    double hits = metrics.get(HeldBackItems.HITS);
    double byPopularity = metrics.get(HeldBackItems.POPULARITY_HITS);
    String found =
        String.format(
            Locale.ROOT,
            "of %.0f held-back likes %.3f are among the first ten of a hundred, by popularity %.3f",
            metrics.get(HeldBackItems.COUNT),
            hits,
            byPopularity);
    boolean isTold = metrics.get(HeldBackItems.COUNT) >= ENOUGH;
    if (isTold && hits <= byPopularity && byPopularity < 1) {
      warn(
          found
              + "; so this model is no better than a list that is the same for all: compare it with one"
              + " trained by another modelName with without: ['rotate']");
    } else {
      log.info("train '%s': %s", modelName, found);
    }
  }

  private void warn(String line) {
    log.warn("train '%s': %s", modelName, line);
  }
}
