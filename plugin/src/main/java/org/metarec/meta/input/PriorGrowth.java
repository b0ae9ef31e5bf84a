package org.metarec.meta.input;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.metarec.GraphMismatchException;
import org.metarec.meta.popularity.PopularityFeatures;
import org.metarec.meta.regression.FeatureScale;
import org.metarec.model.taste.Fisher;
import org.metarec.model.taste.Prior;
import org.metarec.model.taste.PriorPart;
import org.metarec.model.taste.PriorShape;
import org.metarec.triple.Relation;

/**
 * Carries what is learned over to a graph with more relations and more values of user features:
 * numbers of what was there stay, those of what is new are the starting ones.
 */
public final class PriorGrowth {
  private final Prior before;
  private final PriorShape from;
  private final PriorShape to;
  private final int[] contentBefore;
  private final int[] pathBefore;
  private final int[] valueBefore;

  /**
   * @param relations of the graph as it is now
   * @param userValues of the graph as it is now
   * @throws GraphMismatchException if something of the earlier training is not there any more, or
   *     the prior would have another form
   */
  public PriorGrowth(
      LearnedBefore before, PriorShape to, List<Relation> relations, List<String> userValues) {
    this.before = before.prior();
    this.from = before.prior().shape();
    this.to = to;
    requireSameForm();
    this.contentBefore =
        relations(
            "the relation",
            before.relations().subList(0, from.contentRelations()),
            relations.subList(0, to.contentRelations()));
    this.pathBefore =
        relations(
            "paths over",
            before.relations().subList(0, from.pathRelations()),
            relations.subList(0, to.pathRelations()));
    this.valueBefore = positions(before.userValues(), userValues);
  }

  private void requireSameForm() {
    requireSame("embeddingDimension", PriorShape::dimension);
    requireSame("head", PriorShape::head);
    requireSame("innerSteps", PriorShape::innerSteps);
    requireSame("width of its vectors", PriorShape::width);
    requireSame("width of its recurrent state", PriorShape::stateWidth);
  }

  private void requireSame(String what, Function<PriorShape, Object> of) {
    if (!of.apply(from).equals(of.apply(to))) {
      throw new GraphMismatchException(
          "warmStart goes on from a prior whose %s is %s; now it would be %s: give the settings of"
              + " the live model, or train anew with warmStart: false",
          what, of.apply(from), of.apply(to));
    }
  }

  private static int[] relations(String what, List<Relation> before, List<Relation> now) {
    for (Relation relation : before) {
      if (!now.contains(relation)) {
        throw new GraphMismatchException(
            "warmStart goes on from a model that has learned of %s '%s', which it would not have"
                + " now; bring it back, or train anew with warmStart: false",
            what, relation.name());
      }
    }
    return positions(before, now);
  }

  /** For each of those now, where it was before; −1 for a new one. */
  private static <T> int[] positions(List<T> before, List<T> now) {
    Map<T, Integer> places = new HashMap<>();
    IntStream.range(0, before.size()).forEach(place -> places.put(before.get(place), place));
    return now.stream().mapToInt(one -> places.getOrDefault(one, -1)).toArray();
  }

  /** The prior as it was. */
  public Prior before() {
    return before;
  }

  /** The scale of earned numbers: by what was learned with, where that knew of them. */
  public FeatureScale grown(FeatureScale now) {
    float[] then = before.part(PriorPart.EARNED_SCALE);
    return FeatureScale.of(grown(PriorPart.EARNED_SCALE, then, now.toArray()));
  }

  /** How clicks fade: as they did, and not at all by what is new. */
  public float[] retention() {
    float[] lasting = new float[to.pathFeatures()];
    Arrays.fill(lasting, 1);
    return grown(PriorPart.PATH_RETENTION, before.part(PriorPart.PATH_RETENTION), lasting);
  }

  /**
   * The prior in its new shape.
   *
   * @param start starting values of all; what is not trained is taken from there
   */
  public Prior grown(Prior start) {
    return new Prior(
        to,
        part -> {
          float[] values = start.part(part).clone();
          return part.trained() ? grown(part, before.part(part), values) : values;
        });
  }

  /** The Fisher information in its new shape: nothing is known of what is new. */
  public Fisher grown(Fisher before) {
    return new Fisher(to, part -> grown(part, before.part(part), new float[part.length(to)]));
  }

  private float[] grown(PriorPart part, float[] before, float[] values) {
    int columns = part.columns(to);
    for (int i = 0; i < values.length; i++) {
      int row = rowBefore(part, i / columns);
      int column = columnBefore(part, i % columns);
      if (row >= 0 && column >= 0) {
        values[i] = before[row * part.columns(from) + column];
      }
    }
    return values;
  }

  private int rowBefore(PriorPart part, int row) {
    return switch (part) {
      case CONTENT_PROJECTION -> blockRowBefore(row, 2 * to.dimension());
      case EARNED_PROJECTION -> earnedBefore(row);
      case USER_VALUE_WEIGHTS -> valueBefore[row];
      case EMBEDDING_MEAN, EMBEDDING_SCALE, YEAR_SCALE, LIKE_RATES, LIKES_MEAN -> row;
      case POPULARITY_RIDGE, EARNED_SCALE, ITEM_MOMENTS, NEW_ITEM_LEVEL, NEW_ITEM_TASTE -> row;
      case ITEM_CENTRE, YEAR_DIRECTION, EXPECTED_WEIGHT, KNOWN_CENTRE, KNOWN_PROJECTION -> row;
      case POPULARITY_WEIGHT, START_WEIGHTS, PATH_SCALE, PATH_SHRINKAGE, PATH_RETENTION -> row;
      case STEP_RATE, BIAS_WEIGHT, SUPPORT_SHRINKAGE, PRIOR_PULL, STATE_INPUT -> row;
      case STATE_RECURRENCE, STATE_BIAS, STATE_OUTPUT -> row;
    };
  }

  /** Of rows that come in blocks, one a content relation. */
  private int blockRowBefore(int row, int length) {
    int block = contentBefore[row / length];
    return block < 0 ? -1 : block * length + row % length;
  }

  /** A block for each content relation, then time. */
  private int earnedBefore(int number) {
    int fromEnd = to.earnedNumbers() - number;
    return fromEnd <= PopularityFeatures.OF_TIME
        ? from.earnedNumbers() - fromEnd
        : blockRowBefore(number, PopularityFeatures.PER_RELATION);
  }

  private int columnBefore(PriorPart part, int column) {
    return switch (part) {
      case EARNED_SCALE -> earnedBefore(column);
      case PATH_SCALE, PATH_SHRINKAGE -> pathBefore[column];
      case PATH_RETENTION -> pathFeatureBefore(column);
      case START_WEIGHTS, STEP_RATE, PRIOR_PULL, STATE_OUTPUT -> weightBefore(column);
      case EMBEDDING_MEAN, EMBEDDING_SCALE, YEAR_SCALE, LIKE_RATES, LIKES_MEAN -> column;
      case POPULARITY_RIDGE, ITEM_MOMENTS, NEW_ITEM_LEVEL, NEW_ITEM_TASTE, ITEM_CENTRE -> column;
      case YEAR_DIRECTION, CONTENT_PROJECTION, EARNED_PROJECTION, EXPECTED_WEIGHT -> column;
      case KNOWN_CENTRE, KNOWN_PROJECTION, POPULARITY_WEIGHT, USER_VALUE_WEIGHTS -> column;
      case BIAS_WEIGHT, SUPPORT_SHRINKAGE, STATE_INPUT, STATE_RECURRENCE, STATE_BIAS -> column;
    };
  }

  private int weightBefore(int weight) {
    int firstPath = to.width() + 1;
    if (weight < firstPath) {
      return weight;
    }
    int feature = weight - firstPath;
    if (feature < to.pathFeatures()) {
      int path = pathFeatureBefore(feature);
      return path < 0 ? -1 : firstPath + path;
    }
    int profile = pathBefore[feature - to.pathFeatures()];
    boolean isNew = profile < 0 || from.profileRelations() == 0;
    return isNew ? -1 : firstPath + from.pathFeatures() + profile;
  }

  /** Blocks of a feature for each relation. */
  private int pathFeatureBefore(int feature) {
    int relation = pathBefore[feature % to.pathRelations()];
    int before = feature / to.pathRelations() * from.pathRelations() + relation;
    return relation < 0 || before >= from.pathFeatures() ? -1 : before;
  }
}
