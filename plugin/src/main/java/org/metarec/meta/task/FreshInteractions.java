package org.metarec.meta.task;

/** Some interactions: those that a task may ask for, or had better. All may be adapted from. */
@FunctionalInterface
public interface FreshInteractions {

  FreshInteractions ALL = (user, position) -> true;

  /**
   * Whether a task may ask for an interaction.
   *
   * @param position 0 is the user's oldest
   */
  boolean isFresh(int user, int position);

  /** What is fresh in both. */
  default FreshInteractions and(FreshInteractions other) {
    return (user, position) -> isFresh(user, position) && other.isFresh(user, position);
  }
}
