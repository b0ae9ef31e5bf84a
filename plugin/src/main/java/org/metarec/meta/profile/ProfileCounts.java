package org.metarec.meta.profile;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.metarec.model.RelationBlocks;
import org.metarec.model.embedding.SparseRows;
import org.metarec.path.PathIndex;
import org.metarec.path.PathRelation;
import org.metarec.path.ProfileLifts;
import org.metarec.triple.Interactions;
import org.metarec.triple.NodeFeatures;
import org.metarec.triple.Progress;

/**
 * How often the users of each value liked each item, and each attribute with all its items. From
 * that follow the lifts that the model serves with, and, while it learns, those without what is
 * asked for ({@link LeftOut}). Immutable.
 */
public final class ProfileCounts {
  private static final int NOBODY = -1;

  private final Interactions interactions;
  private final PathIndex paths;
  private final NodeFeatures features;
  private final ValueCounts[] ofItems;
  private final ValueCounts[][] ofAttributes; // by relation
  private final ValueCounts[] ofRelations;

  /**
   * Counts.
   *
   * @param features of the users
   */
  public ProfileCounts(
      Interactions interactions, PathIndex paths, NodeFeatures features, Progress progress) {
    this.interactions = interactions;
    this.paths = paths;
    this.features = features;
    int relations = features.values().isEmpty() ? 0 : paths.relationCount();
    this.ofItems = relations == 0 ? new ValueCounts[0] : ofItems(progress);
    this.ofAttributes = new ValueCounts[relations][];
    this.ofRelations = new ValueCounts[relations];
    for (int relation = 0; relation < ofAttributes.length; relation++) {
      ofAttributes[relation] = ofAttributes(paths.relation(relation), progress);
      ofRelations[relation] = sum(Arrays.asList(ofAttributes[relation]));
    }
  }

  private ValueCounts[] ofItems(Progress progress) {
    int[] ends = interactions.usersPerItem();
    Arrays.parallelPrefix(ends, Integer::sum);
    int[] users = new int[interactions.size()];
    int[] next = ends.clone();
    for (int user = interactions.userCount() - 1; user >= 0; user--) {
      for (int position = 0; position < interactions.size(user); position++) {
        boolean liked = Interactions.liked(interactions.rating(user, position));
        users[--next[interactions.item(user, position)]] = liked ? user : NOBODY;
      }
    }
    ValueCounts[] counts = new ValueCounts[ends.length];
    ValueCounts.Sum sum = new ValueCounts.Sum(features.values().size());
    for (int item = 0; item < counts.length; item++) {
      progress.checkRunning();
      Arrays.stream(users, next[item], ends[item])
          .filter(user -> user != NOBODY)
          .forEach(user -> sum.add(features.of(user)));
      counts[item] = sum.take();
    }
    return counts;
  }

  private ValueCounts[] ofAttributes(PathRelation relation, Progress progress) {
    ValueCounts[] counts = new ValueCounts[relation.items().sourceCount()];
    for (int attribute = 0; attribute < counts.length; attribute++) {
      progress.checkRunning();
      int[] items = relation.trainedItemsWith(attribute);
      counts[attribute] = sum(IntStream.of(items).mapToObj(item -> ofItems[item]).toList());
    }
    return counts;
  }

  private ValueCounts sum(List<ValueCounts> parts) {
    ValueCounts.Sum sum = new ValueCounts.Sum(features.values().size());
    parts.forEach(sum::add);
    return sum.take();
  }

  /** What a user liked. */
  int[] liked(int user) {
    return IntStream.range(0, interactions.size(user))
        .filter(position -> Interactions.liked(interactions.rating(user, position)))
        .map(position -> interactions.item(user, position))
        .toArray();
  }

  PathIndex paths() {
    return paths;
  }

  ValueCounts ofItem(int item) {
    return ofItems[item];
  }

  ValueCounts ofAttribute(int relation, int attribute) {
    return ofAttributes[relation][attribute];
  }

  /** Of all attributes of a relation: an item counts as often as it has some. */
  ValueCounts ofRelation(int relation) {
    return ofRelations[relation];
  }

  private float lift(int relation, int attribute, int value) {
    ValueCounts all = ofRelations[relation];
    ValueCounts own = ofAttributes[relation][attribute];
    double share = all.likes() == 0 ? 0 : all.of(value) / (double) all.likes();
    return (float) LogLift.of(own.of(value), share * own.likes());
  }

  /** What the model serves with. */
  public ProfileLifts lifts() {
    ProfileLifts.Builder lifts =
        new ProfileLifts.Builder(ofRelations.length, features.values().size());
    forEach(lifts::add);
    return lifts.build();
  }

  /**
   * The same for each node, to be stored.
   *
   * @param nodes entities from 0
   * @return for each lift of a node {@code relation, value, lift}
   */
  public SparseRows rows(int nodes) {
    float[][] rows = new float[nodes][];
    Arrays.fill(rows, new float[0]);
    forEach(
        (relation, value, attribute, lift) -> {
          int entity = interactions.itemCount() + attribute;
          rows[entity] = RelationBlocks.with(rows[entity], relation, new float[] {value, lift});
        });
    return new SparseRows(rows);
  }

  private interface LiftReader {
    void add(int relation, int value, int attribute, float lift);
  }

  private void forEach(LiftReader reader) {
    for (int relation = 0; relation < ofAttributes.length; relation++) {
      for (int attribute = 0; attribute < ofAttributes[relation].length; attribute++) {
        for (int value = 0; value < features.values().size(); value++) {
          float lift = lift(relation, attribute, value);
          if (lift != 0) {
            reader.add(relation, value, attribute, lift);
          }
        }
      }
    }
  }
}
