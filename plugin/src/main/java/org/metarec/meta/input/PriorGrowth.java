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
import org.metarec.model.taste.Axis;
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

  /** The scale of earned numbers: by what was learned with, where these varied then. */
  public FeatureScale grown(FeatureScale now) {
    float[] then = before.part(PriorPart.EARNED_SCALE);
    return FeatureScale.of(grown(PriorPart.EARNED_SCALE, then, now.toArray())).varying(now);
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
    int columns = part.columns().length(to);
    for (int i = 0; i < values.length; i++) {
      int row = placeBefore(part.rows(), i / columns);
      int column = placeBefore(part.columns(), i % columns);
      if (row >= 0 && column >= 0) {
        values[i] = before[row * part.columns().length(from) + column];
      }
    }
    return values;
  }

  /** Where something of an axis was before; −1 for what is new. */
  private int placeBefore(Axis axis, int place) {
    return switch (axis) {
      case CONTENT -> blockBefore(place, 2 * to.dimension());
      case EARNED -> earnedBefore(place);
      case USER_VALUES -> valueBefore[place];
      case WEIGHTS -> weightBefore(place);
      case PATH_RELATIONS -> pathBefore[place];
      case PATH_FEATURES -> pathFeatureBefore(place);
      case ONE, TWO, THREE, YEAR_NUMBERS, EMBEDDING, VECTOR, VECTOR_AND_BIAS -> place;
      case VECTOR_ONE_AND_BIAS, EARNED_AND_ONE, STEPS, STATE, GATES -> place;
    };
  }

  /** Of what comes in blocks, one a content relation. */
  private int blockBefore(int place, int length) {
    int block = contentBefore[place / length];
    return block < 0 ? -1 : block * length + place % length;
  }

  /** A block for each content relation, then time. */
  private int earnedBefore(int number) {
    int fromEnd = to.earnedNumbers() - number;
    return fromEnd <= PopularityFeatures.OF_TIME
        ? from.earnedNumbers() - fromEnd
        : blockBefore(number, PopularityFeatures.PER_RELATION);
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
