package org.metarec.recommend;

/** What one scan writes into: a score for each item. For one request at a time. */
final class ScanSpace {
  /** Of fewer items, which take a millisecond at most, a share gains nothing. */
  private static final int LEAST_SHARE = 1 << 17;

  private final float[] scores;
  private final boolean isAlone;

  /**
   * @param scores taken over
   * @param isAlone whether no other request is scanning as this one begins
   */
  ScanSpace(float[] scores, boolean isAlone) {
    this.scores = scores;
    this.isAlone = isAlone;
  }

  /** {@code float[≥ items]}: of the request before, until it is filled. */
  float[] scores() {
    return scores;
  }

  /**
   * Into how many shares a scan of so many items is cut: for idle cores if alone; other requests
   * would need theirs.
   */
  int shares(int items) {
    int cores = Runtime.getRuntime().availableProcessors();
    return isAlone ? Math.max(1, Math.min(cores, items / LEAST_SHARE)) : 1;
  }
}
