package org.metarec.meta.heldback;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.IntToDoubleFunction;
import java.util.stream.DoubleStream;
import org.metarec.meta.feature.RatingOffsets;
import org.metarec.meta.regression.Choice;
import org.metarec.meta.regression.ConditionalLogit;
import org.metarec.model.ServingModel;
import org.metarec.triple.NodeFeatures;
import org.metarec.triple.Progress;
import org.metarec.triple.time.InteractionSplit;
import org.metarec.triple.time.Interactions;

/**
 * How much the ratings of an item count beside its score. Where users know what they choose, they
 * have put into the choice what ratings could tell; where they try things at random, ratings alone
 * tell what is liked.
 */
public final class RatingWeight {
  /** Of ratings and of the score, which is to count 1 unless the likes say otherwise. */
  private static final ConditionalLogit LOGIT = new ConditionalLogit(new double[] {0, 1}, 1);

  /** Where choice is random the score counts next to nothing, and the quotient would explode. */
  private static final double LEAST_OF_SCORE = 0.5;

  private final RatingOffsets ratings;
  private final Interactions heldBack;
  private final HeldBackLikes likes;

  /**
   * @param split its training part was learned from
   */
  public RatingWeight(RatingOffsets ratings, InteractionSplit split, NodeFeatures userFeatures) {
    this.ratings = ratings;
    this.heldBack = split.heldBack();
    this.likes = new HeldBackLikes(split, userFeatures, Interactions::likedWell);
  }

  /** Whether there is anything to fit it by; if not, it is 0. */
  public boolean canBeTold() {
    return heldBack.size() > 0 && !ratings.areEqual();
  }

  /**
   * The weight of ratings in units of the score, by a conditional logit on held-back clicks and
   * ratings of at least 4.
   *
   * @param model in which ratings do not count
   * @return at least 0, since a low rating must not raise an item
   */
  public double fitted(ServingModel model, SplittableRandom random, Progress progress) {
    List<Choice> choices = new ArrayList<>();
    likes.forEach(model, random, progress, (like, worth) -> choices.add(choice(like, worth::of)));
    double[] fitted = LOGIT.mostLikely(choices);
    return Math.max(0, fitted[0] / Math.max(LEAST_OF_SCORE, fitted[1]));
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
