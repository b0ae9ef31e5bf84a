package org.metarec.meta.profile;

import com.google.common.primitives.Floats;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import org.metarec.model.RelationBlocks;
import org.metarec.model.embedding.SparseRows;
import org.metarec.path.PathIndex;
import org.metarec.path.PathRelation;
import org.metarec.path.ProfileLifts;
import org.metarec.triple.NodeFeatures;
import org.metarec.triple.Progress;
import org.metarec.triple.time.Interactions;

/**
 * How often the users of each value liked each item, and each attribute with all its items. From
 * that follow the lifts that the model serves with, and, while it learns, those without what is
 * asked for ({@link LeftOut}). A value that few users have says nothing: it would repeat what they
 * liked themselves. Immutable.
 */
public final class ProfileCounts {
  /** Users of a value that says something. */
  private static final int FEWEST_USERS = 10;

  private static final int NOBODY = -1;

  private final Interactions interactions;
  private final PathIndex paths;
  private final List<List<Integer>> valuesOfUsers;
  private final int userValues;
  private final ValueCounts[] ofItems;
  private final ValueCounts[][] ofAttributes; // by relation
  private final RelationLikes[] ofRelations;
  private final ProfileLifts lifts;

  /**
   * Counts.
   *
   * @param relations by which profiles speak, of the paths the first
   * @param features of the users
   */
  public ProfileCounts(
      Interactions interactions,
      PathIndex paths,
      int relations,
      NodeFeatures features,
      Progress progress) {
    this.interactions = interactions;
    this.paths = paths;
    this.userValues = features.values().size();
    this.valuesOfUsers = relations == 0 ? List.of() : valuesOfUsers(features);
    this.ofItems = relations == 0 ? new ValueCounts[0] : ofItems(progress);
    this.ofAttributes = new ValueCounts[relations][];
    this.ofRelations = new RelationLikes[relations];
    for (int relation = 0; relation < relations; relation++) {
      ofAttributes[relation] = ofAttributes(paths.relation(relation), progress);
      ofRelations[relation] = RelationLikes.of(ofAttributes[relation], userValues);
    }
    ProfileLifts.Builder all = new ProfileLifts.Builder(relations, userValues);
    forEach(all::add, progress);
    this.lifts = all.build();
  }

  private static List<List<Integer>> valuesOfUsers(NodeFeatures features) {
    int[] users = features.nodesOfValues();
    return IntStream.range(0, features.nodeCount())
        .mapToObj(features::of)
        .map(own -> own.stream().filter(value -> users[value] >= FEWEST_USERS).toList())
        .toList();
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
    ValueCounts.Sum sum = new ValueCounts.Sum(userValues);
    for (int item = 0; item < counts.length; item++) {
      progress.checkRunning();
      Arrays.stream(users, next[item], ends[item])
          .filter(user -> user != NOBODY)
          .forEach(user -> sum.add(valuesOfUsers.get(user)));
      counts[item] = sum.take();
    }
    return counts;
  }

  private ValueCounts[] ofAttributes(PathRelation relation, Progress progress) {
    ValueCounts[] counts = new ValueCounts[relation.items().sourceCount()];
    ValueCounts.Sum sum = new ValueCounts.Sum(userValues);
    for (int attribute = 0; attribute < counts.length; attribute++) {
      progress.checkRunning();
      for (int item : relation.trainedItemsWith(attribute)) {
        sum.add(ofItems[item]);
      }
      counts[attribute] = sum.take();
    }
    return counts;
  }

  /**
   * What a user's profile says when the user's own likes are left out of the counts.
   *
   * @param asNew whether items count as new
   * @param likes of each item
   */
  public ProfileValues leftOut(int user, boolean asNew, IntToDoubleFunction likes) {
    return ofRelations.length == 0 ? ProfileValues.NONE : new LeftOut(this, user, asNew, likes);
  }

  /** What a user liked. */
  int[] liked(int user) {
    return IntStream.range(0, interactions.size(user))
        .filter(position -> Interactions.liked(interactions.rating(user, position)))
        .map(position -> interactions.item(user, position))
        .toArray();
  }

  /** The values of a user that say something. */
  List<Integer> values(int user) {
    return valuesOfUsers.get(user);
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

  RelationLikes ofRelation(int relation) {
    return ofRelations[relation];
  }

  /** What the model serves with. */
  public ProfileLifts lifts() {
    return lifts;
  }

  /**
   * The same for each entity, to be stored.
   *
   * @param entities how many there are: nodes, then values of item features
   * @return for each lift of one {@code relation, value, lift}, see {@link RelationBlocks}
   */
  public SparseRows rows(int entities, Progress progress) {
    Map<Integer, List<Float>> numbers = new HashMap<>();
    forEach(
        (relation, value, attribute, lift) ->
            numbers
                .computeIfAbsent(interactions.itemCount() + attribute, e -> new ArrayList<>())
                .addAll(List.of((float) relation, (float) value, lift)),
        progress);
    float[][] rows = new float[entities][];
    numbers.forEach((entity, row) -> rows[entity] = Floats.toArray(row));
    return new SparseRows(rows);
  }

  private interface LiftReader {
    void add(int relation, int value, int attribute, float lift);
  }

  private void forEach(LiftReader reader, Progress progress) {
    for (int relation = 0; relation < ofAttributes.length; relation++) {
      RelationLikes all = ofRelations[relation];
      for (int attribute = 0; attribute < ofAttributes[relation].length; attribute++) {
        progress.checkRunning();
        ValueCounts own = ofAttributes[relation][attribute];
        int ofRelation = relation;
        int ofAttribute = attribute;
        all.valuesWithLift(own)
            .forEach(
                value -> {
                  double expected = all.share(value) * own.likes();
                  float lift = (float) LogLift.of(own.of(value), expected);
                  if (lift != 0) {
                    reader.add(ofRelation, value, ofAttribute, lift);
                  }
                });
      }
    }
  }
}
