package org.metarec.triple;

/** How a long computation tells its caller where it is, and hears that it should stop. */
public interface Progress {

  /** Reports nothing and never stops the work. */
  Progress NONE = () -> {};

  /**
   * Called after each unit of work; whoever only wants to stop it need not listen.
   *
   * @param stage what is being done, in words: "RotatE epoch 3 of 40, loss 0.31"
   * @param fraction share of the work that is done, 0 to 1
   */
  default void report(String stage, double fraction) {}

  /** Called where nothing gets done, as in waiting: the work is as far as it was. */
  default void waiting(String stage) {}

  /** Throws if the caller wants no more; asked at least once a second. */
  void checkRunning();

  /** The part of this progress between two fractions, for a stage that counts 0 to 1 itself. */
  default Progress between(double from, double to) {
    Progress whole = this;
    return new Progress() {
      @Override
      public void report(String stage, double fraction) {
        whole.report(stage, from + fraction * (to - from));
      }

      @Override
      public void waiting(String stage) {
        whole.waiting(stage);
      }

      @Override
      public void checkRunning() {
        whole.checkRunning();
      }
    };
  }
}
