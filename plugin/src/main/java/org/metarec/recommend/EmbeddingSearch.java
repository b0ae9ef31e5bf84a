package org.metarec.recommend;

import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.metarec.model.RotatE;

/**
 * Finds rows of embeddings, exactly: by likeness, or where a relation points. A search costs all
 * candidates.
 *
 * @param count number of candidates
 * @param rows the row of a candidate: {@code float[2d]}
 */
public record EmbeddingSearch(int count, IntFunction<float[]> rows) {

  /**
   * The rows most like another.
   *
   * @param row {@code float[2d]}
   * @return best first; the score is the cosine of the angle between the rows, −1 to 1
   */
  public List<Scored> similar(float[] row, int topK) {
    IntStream candidates = IntStream.range(0, count);
    return Scored.best(candidates, i -> cosine(row, rows.apply(i)), Double.NEGATIVE_INFINITY, topK);
  }

  /**
   * The rows that best complete a triple.
   *
   * @param place {@code float[2d]}: where the missing end should be, the known end turned by the
   *     relation (see {@link RotatE})
   * @param margin γ of the model
   * @return best first; the score is γ less the distance, as in training
   */
  public List<Scored> completing(float[] place, double margin, int topK) {
    IntStream candidates = IntStream.range(0, count);
    return Scored.best(
        candidates,
        i -> margin - RotatE.distance(place, rows.apply(i)),
        Double.NEGATIVE_INFINITY,
        topK);
  }

  private static double cosine(float[] one, float[] other) {
    double dot = 0;
    double oneSquared = 0;
    double otherSquared = 0;
    for (int k = 0; k < one.length; k++) {
      dot += (double) one[k] * other[k];
      oneSquared += (double) one[k] * one[k];
      otherSquared += (double) other[k] * other[k];
    }
    double length = Math.sqrt(oneSquared * otherSquared);
    return length == 0 ? 0 : dot / length;
  }
}
