package org.metarec.model.taste;

import com.google.errorprone.annotations.Immutable;

/** What the rows or the columns of a {@link PriorPart} stand for. */
public enum Axis {
  ONE(shape -> 1),
  TWO(shape -> 2),
  THREE(shape -> 3),
  YEAR_NUMBERS(shape -> YearScale.LENGTH),
  EMBEDDING(shape -> 2 * shape.dimension()),
  VECTOR(PriorShape::width),
  VECTOR_AND_BIAS(shape -> shape.width() + 1),
  VECTOR_ONE_AND_BIAS(shape -> shape.width() + 2),
  CONTENT(PriorShape::contentLength),
  EARNED(PriorShape::earnedNumbers),
  EARNED_AND_ONE(shape -> shape.earnedNumbers() + 1),
  USER_VALUES(PriorShape::userValues),
  WEIGHTS(PriorShape::weightCount),
  PATH_RELATIONS(PriorShape::pathRelations),
  PATH_FEATURES(PriorShape::pathFeatures),
  STEPS(PriorShape::innerSteps),
  STATE(PriorShape::stateWidth),
  GATES(shape -> 3 * shape.stateWidth());

  /** A size that follows from the shape. */
  @Immutable
  private interface Size {
    int of(PriorShape shape);
  }

  private final Size size;

  Axis(Size size) {
    this.size = size;
  }

  public int length(PriorShape shape) {
    return size.of(shape);
  }
}
