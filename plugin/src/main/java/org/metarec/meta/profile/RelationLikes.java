package org.metarec.meta.profile;

import java.util.stream.IntStream;

/**
 * Likes of all attributes of a relation: an item that was liked counts as often as it has some.
 * Immutable.
 */
final class RelationLikes {
  private final long[] ofValues;
  private final long all;
  private final double greatestShare;

  private RelationLikes(long[] ofValues, long all) {
    this.ofValues = ofValues;
    this.all = all;
    this.greatestShare =
        IntStream.range(0, ofValues.length).mapToDouble(this::share).max().orElse(0);
  }

  static RelationLikes of(ValueCounts[] attributes, int userValues) {
    long[] ofValues = new long[userValues];
    long all = 0;
    for (ValueCounts attribute : attributes) {
      all += attribute.likes();
      attribute.values().forEach(value -> ofValues[value] += attribute.of(value));
    }
    return new RelationLikes(ofValues, all);
  }

  /** The share of them that the users of a value have, 0 to 1. */
  double share(int value) {
    return shareWithout(value, 0);
  }

  /** The same without some likes of one user of the value. */
  double shareWithout(int value, long own) {
    return all == own ? 0 : (ofValues[value] - own) / (double) (all - own);
  }

  /**
   * The values that may have a lift with an attribute: those with likes, or with so few of many.
   */
  IntStream valuesWithLift(ValueCounts attribute) {
    return LogLift.of(0, greatestShare * attribute.likes()) == 0
        ? attribute.values()
        : IntStream.range(0, ofValues.length);
  }
}
