package org.metarec.meta.profile;

/**
 * How much more often than others the users of a value like what has an attribute: {@code ln((n +
 * κ) / (e + κ))}, n the likes of both and e those to be expected if the value told nothing. That is
 * their pointwise mutual information (Church and Hanks, "Word association norms, mutual
 * information, and lexicography", Computational Linguistics 16, 1990), drawn to 0 by κ likes as
 * expected; and 0 where n is within two standard deviations of e, which chance alone would give
 * most pairs.
 */
final class LogLift {
  /** Likes as expected that each pair is given. Chosen on held-back users. */
  static final double PRIOR_LIKES = 10;

  private static final double DEVIATIONS = 2;

  private LogLift() {}

  /**
   * In nats; 0 where nothing is expected and nothing is there.
   *
   * @param together n ≥ 0
   * @param expected e ≥ 0
   */
  static double of(double together, double expected) {
    double difference = together - expected;
    return difference * difference < DEVIATIONS * DEVIATIONS * (expected + 1)
        ? 0
        : Math.log((together + PRIOR_LIKES) / (expected + PRIOR_LIKES));
  }
}
