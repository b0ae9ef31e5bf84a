package org.metarec.meta.heldback;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.IntToDoubleFunction;
import java.util.stream.DoubleStream;
import org.metarec.meta.regression.Choice;
import org.metarec.meta.regression.ConditionalLogit;
import org.metarec.model.ServingModel;
import org.metarec.triple.NodeFeatures;
import org.metarec.triple.Progress;
import org.metarec.triple.time.InteractionSplit;
import org.metarec.triple.time.Interactions;

/**
 * How much the ratings of an item count beside its score. Where users know what they choose, they
 * have put into the choice what ratings could tell; where they try things by chance, ratings alone
 * tell what is liked.
 */
public final class RatingWeight {
  /** Of ratings and of the score, which is to count 1 unless the likes say otherwise. */
  private static final ConditionalLogit LOGIT = new ConditionalLogit(new double[] {0, 1}, 1);

  /** Where likes are by chance the score tells nothing, and ratings are not to drown it. */
  private static final double LEAST = 0.5;

  private final RatingOffsets ratings;
  private final HeldBackLikes likes;

  /**
   * @param split its training part was learned from
   */
  public RatingWeight(RatingOffsets ratings, InteractionSplit split, NodeFeatures userFeatures) {
    this.ratings = ratings;
    this.likes = new HeldBackLikes(split, userFeatures);
  }

  /**
   * The weight of ratings in units of the score, by a conditional logit on held-back likes of at
   * least 4 or by a click.
   *
   * @param model in which ratings do not count
   * @return at least 0, since a worse rating is no recommendation; 0 where there are no ratings,
   *     and where nothing was held back
   */
  public double fitted(ServingModel model, SplittableRandom random, Progress progress) {
    if (ratings.areEqual()) {
      return 0;
    }
    List<Choice> choices = new ArrayList<>();
    likes.forEach(
        model,
        random,
        progress,
        (like, worth) -> {
          if (Interactions.likedWell(like.rating())) {
            choices.add(choice(like, worth::of));
          }
        });
    double[] fitted = LOGIT.mostLikely(choices);
    return Math.max(0, fitted[0] / Math.max(LEAST, fitted[1]));
  }

  private Choice choice(HeldBackLike like, IntToDoubleFunction score) {
    double[] features =
        like.items()
            .boxed()
            .flatMapToDouble(item -> DoubleStream.of(ratings.of(item), score.applyAsDouble(item)))
            .toArray();
    return new Choice(new double[features.length / 2], features);
  }
}
