package org.metarec.path;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * How much more, or less, the users of each value like what has an attribute: log-lifts, in nats,
 * of those pairs that say something, the strongest of each relation and value. Immutable, shared
 * between threads.
 */
public final class ProfileLifts {
  /** Where users have no features. */
  public static final ProfileLifts NONE = new Builder(0, 0).build();

  /** Of a relation and a value: whoever scores all items goes through all of them. */
  private static final int MOST = 1000;

  private final int relations;
  private final int userValues;
  private final int[][] attributes; // by relation · userValues + value, ascending
  private final float[][] lifts;

  private record Lift(int attribute, float lift) {
    static final Comparator<Lift> STRONGEST_FIRST =
        Comparator.comparingDouble((Lift one) -> -Math.abs(one.lift()))
            .thenComparingInt(Lift::attribute);
  }

  private ProfileLifts(Builder builder) {
    this.relations = builder.relations;
    this.userValues = builder.userValues;
    this.attributes = new int[builder.cells.size()][];
    this.lifts = new float[builder.cells.size()][];
    for (int cell = 0; cell < lifts.length; cell++) {
      List<Lift> strongest =
          builder.cells.get(cell).stream()
              .sorted(Lift.STRONGEST_FIRST)
              .limit(MOST)
              .sorted(Comparator.comparingInt(Lift::attribute))
              .toList();
      attributes[cell] = strongest.stream().mapToInt(Lift::attribute).toArray();
      lifts[cell] = new float[strongest.size()];
      for (int place = 0; place < strongest.size(); place++) {
        lifts[cell][place] = strongest.get(place).lift();
      }
    }
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
      int firstCell = relation * userValues;
      paths.reserve(relation, values.stream().mapToInt(v -> lifts[firstCell + v].length).sum());
      for (int value : values) {
        int cell = firstCell + value;
        for (int place = 0; place < lifts[cell].length; place++) {
          paths.addAttribute(relation, attributes[cell][place], lifts[cell][place]);
        }
      }
    }
    return paths;
  }

  /** How many of some values say anything. */
  public int speaking(List<Integer> values) {
    return (int)
        values.stream()
            .filter(value -> IntStream.range(0, relations).anyMatch(r -> speaks(r, value)))
            .count();
  }

  /** Those of some values that say anything of a relation. */
  public int[] speaking(int relation, List<Integer> values) {
    return values.stream().mapToInt(value -> value).filter(v -> speaks(relation, v)).toArray();
  }

  private boolean speaks(int relation, int value) {
    return relation < relations && lifts[relation * userValues + value].length > 0;
  }

  /** The sum of the lifts that some values have with an attribute, which costs a look at each. */
  public float sum(int relation, int[] values, int attribute) {
    float sum = 0;
    for (int i = 0; i < values.length && relation < relations; i++) {
      int cell = relation * userValues + values[i];
      int place = Arrays.binarySearch(attributes[cell], attribute);
      sum += place < 0 ? 0 : lifts[cell][place];
    }
    return sum;
  }

  /** Collects lifts in any order. */
  public static final class Builder {
    private final int relations;
    private final int userValues;
    private final List<List<Lift>> cells = new ArrayList<>();

    /**
     * @param relations by which profiles speak
     */
    public Builder(int relations, int userValues) {
      this.relations = relations;
      this.userValues = userValues;
      for (int cell = 0; cell < relations * userValues; cell++) {
        cells.add(new ArrayList<>());
      }
    }

    public void add(int relation, int value, int attribute, float lift) {
      cells.get(relation * userValues + value).add(new Lift(attribute, lift));
    }

    public ProfileLifts build() {
      return new ProfileLifts(this);
    }
  }
}
