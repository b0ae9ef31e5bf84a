package org.metarec.recommend;

import java.util.Comparator;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.function.IntToDoubleFunction;
import org.metarec.model.embedding.Cosine;
import org.metarec.model.embedding.EntityTable;
import org.metarec.model.embedding.InductionError;
import org.metarec.model.embedding.RotatE;
import org.metarec.model.kernel.ComplexRow;
import org.metarec.model.kernel.Kernel;
import org.metarec.model.kernel.RowKernel;
import org.metarec.model.kernel.ScanKernel;

/**
 * Finds rows of embeddings: by likeness, or where a relation points. All are scored in {@code
 * float}; the best, and some more than were asked for, are scored again in {@code double}, and that
 * decides. Candidates are numbered: rows of the table first, then the others. Immutable.
 */
public final class EmbeddingSearch {
  /** So many more candidates are looked at than are asked for, and if too few are there, more. */
  private static final int SPARE = 64;

  private static final int MORE = 4;

  private final EntityTable table;
  private final int[] entities;
  private final List<float[]> others;
  private final InductionError error;

  /**
   * @param entities {@code int[]}: the rows of the table that are candidates; taken over
   * @param others induced rows, {@code float[2d]} each
   * @param error of the others
   */
  public EmbeddingSearch(
      EntityTable table, int[] entities, List<float[]> others, InductionError error) {
    this.table = table;
    this.entities = entities;
    this.others = others;
    this.error = error;
  }

  /**
   * The rows most like another.
   *
   * @param row {@code float[2d]}
   * @param isThere whether a candidate can be an answer; asked of the best ones alone
   * @return best first; the score is the cosine of the angle between the rows, −1 to 1, of the
   *     others what is to be expected of it
   */
  public List<Scored> similar(float[] row, int topK, IntPredicate isThere) {
    ScanKernel kernel = Kernel.fastest().scan();
    float[] unit = Cosine.unit(row);
    float[] scores = new float[entities.length + others.size()];
    float[] scratch = new float[row.length];
    for (int i = 0; i < entities.length; i++) {
      System.arraycopy(table.values(), table.offset(entities[i]), scratch, 0, scratch.length);
      scores[i] = cosine(kernel, unit, scratch);
    }
    for (int i = 0; i < others.size(); i++) {
      scores[entities.length + i] = (float) error.cosine(row, others.get(i));
    }
    IntToDoubleFunction exact =
        candidate ->
            candidate < entities.length
                ? Cosine.of(row, table.row(entities[candidate]))
                : error.cosine(row, others.get(candidate - entities.length));
    return best(scores, exact, topK, isThere);
  }

  /**
   * The rows that best complete a triple.
   *
   * @param place {@code float[2d]}: where the missing end should be, the known end turned by the
   *     relation (see {@link RotatE})
   * @param margin γ of the model
   * @param isThere as in {@link #similar}
   * @return best first; the score is γ less the distance, as in training, of the others what is to
   *     be expected of it
   */
  public List<Scored> completing(float[] place, double margin, int topK, IntPredicate isThere) {
    ComplexRow wanted = ComplexRow.of(new EntityTable(table.dimension(), place), 0);
    RowKernel kernel = Kernel.fastest().rows(table.dimension());
    ComplexRow row = new ComplexRow(table.dimension());
    float[] scores = new float[entities.length + others.size()];
    for (int i = 0; i < entities.length; i++) {
      row.load(table, entities[i]);
      scores[i] = -kernel.distance(row, wanted);
    }
    for (int i = 0; i < others.size(); i++) {
      scores[entities.length + i] = (float) -error.distance(place, others.get(i));
    }
    IntToDoubleFunction exact =
        candidate ->
            candidate < entities.length
                ? margin - RotatE.distance(place, table.row(entities[candidate]))
                : margin - error.distance(place, others.get(candidate - entities.length));
    return best(scores, exact, topK, isThere);
  }

  private static List<Scored> best(
      float[] scores, IntToDoubleFunction exact, int topK, IntPredicate isThere) {
    ScanKernel kernel = Kernel.fastest().scan();
    for (long most = (long) topK + SPARE; ; most *= MORE) {
      BestItems best = new BestItems((int) Math.min(most, scores.length));
      best.offerAll(kernel, scores, 0, scores.length);
      Comparator<Integer> ties = Comparator.naturalOrder();
      List<Scored> found =
          Scored.best(best.items(), exact, Double.NEGATIVE_INFINITY, best.size(), ties).stream()
              .filter(scored -> isThere.test(scored.index()))
              .limit(topK)
              .toList();
      if (found.size() == topK || most >= scores.length) {
        return found;
      }
    }
  }

  private static float cosine(ScanKernel kernel, float[] unit, float[] row) {
    float squared = kernel.dot(row, row);
    return squared == 0 ? 0 : kernel.dot(row, unit) / (float) Math.sqrt(squared);
  }
}
