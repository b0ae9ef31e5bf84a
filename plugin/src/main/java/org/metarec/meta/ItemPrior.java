package org.metarec.meta;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import org.metarec.meta.popularity.ItemLikes;
import org.metarec.meta.popularity.PopularityFeatures;
import org.metarec.meta.popularity.PopularityRidge;
import org.metarec.model.taste.YearScale;
import org.metarec.triple.Progress;
import org.metarec.triple.Triples;

/**
 * How many likes each item can be expected to get, as its relations and features tell: for a known
 * item from what others earned, without its own likes. Immutable.
 */
final class ItemPrior {
  private final float[] coefficients;
  private final float[] expected;

  private ItemPrior(float[] coefficients, float[] expected) {
    this.coefficients = coefficients;
    this.expected = expected;
  }

  static ItemPrior of(
      LearningInput input, ItemLikes likes, YearScale yearScale, Progress progress) {
    int values = input.featureValues();
    PopularityFeatures features = new PopularityFeatures(input.paths(), likes, values, yearScale);
    List<List<Integer>> valuesOf = valuesOfItems(input, progress);
    IntFunction<double[]> rows =
        item -> {
          progress.checkRunning();
          return features.of(item, input.itemTimes().year(item), valuesOf.get(item));
        };
    int length = PopularityFeatures.length(input.paths().relationCount(), values);
    float[] coefficients = PopularityRidge.fit(rows, length, likes, progress);
    float[] expected = new float[input.itemCount()];
    for (int item = 0; item < expected.length; item++) {
      expected[item] = PopularityRidge.expected(rows.apply(item), coefficients);
    }
    return new ItemPrior(coefficients, expected);
  }

  /** One that expects the same of all items. */
  static ItemPrior flat(LearningInput input) {
    int length = PopularityFeatures.length(input.paths().relationCount(), input.featureValues());
    return new ItemPrior(new float[length + 1], new float[input.itemCount()]);
  }

  private static List<List<Integer>> valuesOfItems(LearningInput input, Progress progress) {
    List<List<Integer>> values = new ArrayList<>();
    for (int item = 0; item < input.itemCount(); item++) {
      values.add(new ArrayList<>(0));
    }
    Triples triples = input.triples();
    int firstFeature = input.paths().relationCount();
    int firstValue = triples.entityCount() - input.featureValues();
    for (int triple = 0; triple < triples.size(); triple++) {
      progress.checkRunning();
      int relation = triples.relation(triple);
      if (relation >= firstFeature && relation < input.contentRelations()) {
        values.get(triples.head(triple)).add(triples.tail(triple) - firstValue);
      }
    }
    return values;
  }

  /** As {@link PopularityRidge#fit} gives them; a copy. */
  float[] coefficients() {
    return coefficients.clone();
  }

  /** π̂ of an item. */
  float expected(int item) {
    return expected[item];
  }
}
