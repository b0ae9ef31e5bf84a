package org.metarec.bench.coldstart;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalDouble;
import org.metarec.bench.coldstart.Scorer.Scored;
import org.metarec.bench.coldstart.folder.Interaction;
import org.metarec.bench.coldstart.folder.Scenario;
import org.metarec.bench.eval.UserPredictions;
import org.metarec.bench.eval.UserPredictions.Answer;
import org.metarec.model.rating.RatingScale;

/**
 * Puts what is predicted beside what is true. An item held back is positive where its rating, on
 * the scale 1 … 5, is at least 4; a click always is.
 */
record Judge(RatingScale ratings) {
  private static final double POSITIVE = 4;

  UserPredictions judge(Scenario.Task task, List<Scored> scored) {
    int held = task.query().size();
    List<Integer> order = new ArrayList<>();
    for (int i = 0; i < held; i++) {
      order.add(i);
    }
    order.sort(Comparator.comparingLong(i -> tieOrder(scored.get(i).item())));
    List<Answer> answers =
        order.stream().map(i -> answer(task.query().get(i), scored.get(i))).toList();
    double[] negatives =
        scored.subList(held, scored.size()).stream().mapToDouble(Scored::score).toArray();
    return new UserPredictions(answers, negatives);
  }

  private Answer answer(Interaction truth, Scored scored) {
    return new Answer(
        scored.score(), scored.rating(), truth.rating().orElse(Double.NaN), isPositive(truth));
  }

  boolean isPositive(Interaction truth) {
    OptionalDouble rating = truth.rating();
    return rating.isEmpty()
        || !ratings.exists()
        || ratings.toModel(rating.getAsDouble()) >= POSITIVE;
  }

  /** The least rating of an item that is liked, in the unit of the folder. */
  double leastPositive() {
    return ratings.exists()
        ? ratings.lowest() + (POSITIVE - 1) / 4 * (ratings.highest() - ratings.lowest())
        : Double.NEGATIVE_INFINITY;
  }

  /** Equal predictions rank by a hash of the item (Knuth's multiplicative), not by the file. */
  private static long tieOrder(String item) {
    long number = item.matches("\\d{1,9}") ? Long.parseLong(item) : item.hashCode();
    return (number * 2_654_435_761L) & 0xFFFF_FFFFL;
  }
}
