package org.metarec.procedure.training;

import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;
import org.metarec.meta.HeldBackItems;
import org.metarec.path.PathIndex;
import org.metarec.path.PathRelation;
import org.metarec.triple.Relation;
import org.metarec.triple.time.Interactions;
import org.neo4j.logging.Log;

/** What the log tells of a training, for whoever does not read its row. */
final class TrainingNotes {
  /** Of fewer likes the standard error is .07. */
  private static final int ENOUGH = 50;

  /** Of so many interactions one at least is liked where ratings are ratings. */
  private static final int FEW_LIKES = 10;

  /** Were they like the others, so many would be linked. */
  private static final int ENOUGH_NEW_ITEMS = 10;

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
    skipped.forEach((reason, count) -> warn("left out, %s times: %s".formatted(count, reason)));
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

  /** Writes that next to nothing is liked, as where a count was taken for a rating. */
  void writeLikes(Interactions interactions) {
    long liked =
        IntStream.range(0, interactions.userCount())
            .mapToLong(user -> liked(interactions, user))
            .sum();
    if (FEW_LIKES * liked < interactions.size()) {
      warn(
          "%d of %d interactions count as liked, for their rating is in the upper half of the range, or"
                  .formatted(liked, interactions.size())
              + " they have none; a count of plays or a quantity is no rating: name another"
              + " ratingProperty, or store steps of it");
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
   * interactions: by these items are told from new ones, which lose their places.
   *
   * @param relations those of the paths come first
   */
  void writeLinks(List<Relation> relations, PathIndex paths, Interactions interactions) {
    BitSet known = interactions.knownItems();
    BitSet others = new BitSet();
    others.set(0, paths.itemCount());
    others.andNot(known);
    for (int relation = 0; relation < paths.relationCount(); relation++) {
      PathRelation links = paths.relation(relation);
      long ofKnown = known.stream().filter(links::links).count();
      long ofOthers = others.stream().filter(links::links).count();
      double expected = (double) others.cardinality() * ofKnown / known.cardinality();
      if (expected >= ENOUGH_NEW_ITEMS && ofOthers <= expected / 10) {
        warn(
            "%d of %d items with interactions have %s, of those without %d of %d: if it was made of"
                    .formatted(
                        ofKnown,
                        known.cardinality(),
                        relations.get(relation).name(),
                        ofOthers,
                        others.cardinality())
                + " interactions, new items will hardly be recommended while it counts");
      }
    }
  }

  private static long liked(Interactions interactions, int user) {
    return IntStream.range(0, interactions.size(user))
        .filter(position -> Interactions.liked(interactions.rating(user, position)))
        .count();
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
