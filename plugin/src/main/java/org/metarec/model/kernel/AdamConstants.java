package org.metarec.model.kernel;

/** What is the same wherever Adam moves rows: Kingma and Ba, ICLR 2015, arXiv:1412.6980. */
public final class AdamConstants {

  /** β₁, by which the mean of gradients fades in a step. */
  public static final double FIRST_DECAY = 0.9;

  /** β₂, by which the mean of their squares fades in a step. */
  public static final double SECOND_DECAY = 0.999;

  /** ε, added to the root by which a step is divided. */
  public static final double EPSILON = 1e-8;

  private AdamConstants() {}
}
