package org.metarec.meta.task;

/** Some interactions: those that a task may ask for, or had better. All may be adapted from. */
@FunctionalInterface
public interface SomeInteractions {

  SomeInteractions ALL = (user, position) -> true;

  /**
   * Whether an interaction is one of them.
   *
   * @param position 0 is the user's oldest
   */
  boolean has(int user, int position);

  /** Those of both. */
  default SomeInteractions and(SomeInteractions other) {
    return (user, position) -> has(user, position) && other.has(user, position);
  }
}
