package org.metarec.meta.profile;

/** What a user's profile says of items, relation by relation. */
public interface ProfileValues {
  /** Of a user without a profile. */
  ProfileValues NONE = (relation, items) -> new float[items.length];

  /**
   * {@code trust_i · share · Σ_{a ∈ i} Σ_v √idf_a lift_va / |i|} of some items, v being the user's
   * values.
   *
   * @return {@code float[items]}; 0 where the profile tells nothing
   */
  float[] of(int relation, int[] items);

  /**
   * How far what is said of an item's attributes is trusted: wholly where it is new, less the more
   * users liked it and it speaks for itself.
   *
   * @param likes of the item; below 0 where it is new
   * @return 0 to 1
   */
  static float trust(float likes) {
    return OWN_LIKES / (OWN_LIKES + Math.max(likes, 0)); // no branch, so a loop vectorises
  }

  /**
   * How much each of a user's values counts: of many skills most say the same again, and their sum
   * would outgrow all else.
   *
   * @param values how many of them say anything
   * @return 0 to 1
   */
  static float share(int values) {
    return Math.min(1, FEW_VALUES / values);
  }

  /** Up to so many values each count fully, more count together as these. */
  float FEW_VALUES = 3;

  /** Likes that say of an item as much as its attributes do. Chosen on held-back users. */
  float OWN_LIKES = 30;
}
