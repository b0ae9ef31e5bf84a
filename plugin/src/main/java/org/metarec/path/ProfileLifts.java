package org.metarec.path;

import java.util.ArrayList;
import java.util.List;

/**
 * How much more, or less, the users of each value like what has an attribute: log-lifts, in nats,
 * of those pairs that say something. Immutable, shared between threads.
 */
public final class ProfileLifts {
  /** Where users have no features. */
  public static final ProfileLifts NONE = new Builder(0, 0).build();

  private final int relations;
  private final int userValues;
  private final List<List<Lift>> ofRelationAndValue;

  private record Lift(int attribute, float lift) {}

  private ProfileLifts(Builder builder) {
    this.relations = builder.relations;
    this.userValues = builder.userValues;
    this.ofRelationAndValue = builder.lifts.stream().map(List::copyOf).toList();
  }

  /**
   * What a user's profile gives each attribute: paths that start at the user's values instead of
   * clicks. An item with one attribute has as its value the sum of the values' lifts.
   *
   * @param values the user's, in the order of the model
   */
  public UserPaths pathsOf(PathIndex index, List<Integer> values) {
    UserPaths paths = new UserPaths(index);
    for (int relation = 0; relation < relations; relation++) {
      for (int value : values) {
        for (Lift one : ofRelationAndValue.get(relation * userValues + value)) {
          paths.addAttribute(relation, one.attribute(), one.lift());
        }
      }
    }
    return paths;
  }

  /** Collects lifts in any order. */
  public static final class Builder {
    private final int relations;
    private final int userValues;
    private final List<List<Lift>> lifts = new ArrayList<>();

    /**
     * @param relations that give paths
     */
    public Builder(int relations, int userValues) {
      this.userValues = userValues;
      this.relations = relations;
      for (int cell = 0; cell < relations * userValues; cell++) {
        lifts.add(new ArrayList<>());
      }
    }

    public void add(int relation, int value, int attribute, float lift) {
      lifts.get(relation * userValues + value).add(new Lift(attribute, lift));
    }

    public ProfileLifts build() {
      return new ProfileLifts(this);
    }
  }
}
