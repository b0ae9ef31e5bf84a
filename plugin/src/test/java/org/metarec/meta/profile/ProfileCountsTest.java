package org.metarec.meta.profile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.function.IntFunction;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.metarec.model.item.ItemTable;
import org.metarec.path.Links;
import org.metarec.path.PathIndex;
import org.metarec.path.PathRelation;
import org.metarec.path.UserPaths;
import org.metarec.testing.Clicks;
import org.metarec.triple.NodeFeatures;
import org.metarec.triple.Progress;
import org.metarec.triple.time.Interactions;

class ProfileCountsTest {
  private static final Offset<Float> CLOSE = within(1e-5f);
  private static final int USERS = 120;
  private static final int ITEMS = 25;
  private static final int[] ALL = IntStream.range(0, ITEMS).toArray();
  private static final List<String> VALUES = List.of("city=a", "city=b", "job=c", "job=d");

  /** Users of a town or with a job each; items with one attribute and with up to three. */
  private record World(Interactions interactions, PathIndex paths, NodeFeatures features) {

    static World random(SplittableRandom random) {
      PathIndex.Builder links = new PathIndex.Builder(ITEMS, ITEMS, 2, 0);
      for (int item = 0; item < ITEMS; item++) {
        links.link(0, item, item % 4, item);
        for (int link = random.nextInt(3); link >= 0; link--) {
          links.link(1, item, 4 + random.nextInt(6), item);
        }
      }
      int[] values =
          IntStream.range(0, USERS)
              .flatMap(user -> IntStream.of(user % 2, 2 + random.nextInt(2)))
              .toArray();
      int[] offsets = IntStream.rangeClosed(0, USERS).map(user -> 2 * user).toArray();
      return new World(
          clicks(random, -1), links.build(), new NodeFeatures(VALUES, offsets, values));
    }

    /** Mostly items whose number is odd as the user's is. */
    static Interactions clicks(SplittableRandom random, int without) {
      TreeMap<Integer, int[]> ofUsers = new TreeMap<>();
      for (int user = 0; user < USERS; user++) {
        int odd = user % 2;
        int[] own =
            random.ints(8, 0, ITEMS).filter(i -> i % 2 == odd || i % 5 == 0).distinct().toArray();
        ofUsers.put(user, user == without ? new int[0] : own);
      }
      int[] offsets = new int[USERS + 1];
      ofUsers.forEach((user, own) -> offsets[user + 1] = offsets[user] + own.length);
      int[] items = ofUsers.values().stream().flatMapToInt(IntStream::of).toArray();
      float[] ratings = new float[items.length];
      for (int i = 0; i < ratings.length; i++) {
        ratings[i] = items[i] % 7 == 0 ? 2 : Float.NaN; // not liked
      }
      return Clicks.withoutTimes(ITEMS, offsets, items, ratings);
    }

    /** Likes of the other items with an attribute by some users; with −1 of all attributes. */
    double likes(PathRelation links, int attribute, int without, IntPredicate by) {
      double likes = 0;
      for (int user = 0; user < USERS; user++) {
        for (int i = 0; i < interactions.size(user); i++) {
          int item = interactions.item(user, i);
          if (by.test(user)
              && item != without
              && Interactions.liked(interactions.rating(user, i))) {
            Links own = links.attributes();
            likes += attribute < 0 ? own.degree(item) : own.find(item, attribute) < 0 ? 0 : 1;
          }
        }
      }
      return likes;
    }

    World withClicks(Interactions others) {
      return new World(others, paths, features);
    }

    ProfileCounts counts() {
      return new ProfileCounts(interactions, paths, paths.relationCount(), features, Progress.NONE);
    }
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("org.metarec.testing.Seeds#hundred")
  void aUserWhoIsLeftOutIsOneWhoWasNeverThere(long seed) {
    World world = World.random(new SplittableRandom(seed));
    int user = (int) (seed % USERS);
    List<Integer> values = world.features().of(user);
    long clicks = seed + 1;
    World all = world.withClicks(World.clicks(new SplittableRandom(clicks), -1));
    World others = world.withClicks(World.clicks(new SplittableRandom(clicks), user));
    UserPaths anew = others.counts().lifts().pathsOf(world.paths(), values);

    LeftOut leftOut = new LeftOut(all.counts(), user, false, item -> 0);

    for (int relation = 0; relation < 2; relation++) {
      assertThat(leftOut.of(relation, ALL)).containsExactly(anew.values(relation, ALL), CLOSE);
    }
  }

  /** Counted one by one: what others liked of the other items with an attribute. */
  private static double asNew(World world, int user, int relation, int item) {
    PathRelation links = world.paths().relation(relation);
    double sum = 0;
    for (int link = links.attributes().from(item); link < links.attributes().to(item); link++) {
      int attribute = links.attributes().target(link);
      double lift = 0;
      for (int value : world.features().of(user)) {
        IntPredicate hasValue = other -> world.features().of(other).contains(value);
        double likes = world.likes(links, attribute, item, other -> other != user);
        double together = world.likes(links, attribute, item, hasValue.and(other -> other != user));
        double share =
            world.likes(links, -1, -1, hasValue.and(other -> other != user))
                / world.likes(links, -1, -1, other -> other != user);
        lift += LogLift.of(together, share * likes);
      }
      sum += Math.sqrt(links.idf(attribute)) * lift;
    }
    return sum == 0 ? 0 : sum / links.norm(item);
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("org.metarec.testing.Seeds#ten")
  void ofANewItemOnlyWhatOthersLikedOfOtherItemsCounts(long seed) {
    World world = World.random(new SplittableRandom(seed));
    int user = (int) seed;
    ProfileCounts counts = world.counts();

    for (int relation = 0; relation < 2; relation++) {
      float[] found = new LeftOut(counts, user, true, item -> 99).of(relation, ALL);
      for (int item : ALL) {
        assertThat((double) found[item])
            .isCloseTo(asNew(world, user, relation, item), within(1e-5));
      }
    }
  }

  @Test
  void aValueThatFewHaveSaysNothing() {
    World world = alone();
    int[] offsets = IntStream.rangeClosed(0, USERS).toArray();
    int[] values = IntStream.range(0, USERS).map(user -> user < 9 ? 2 : user % 2).toArray();
    NodeFeatures rare = new NodeFeatures(VALUES, offsets, values);
    ProfileCounts counts = new World(world.interactions(), world.paths(), rare).counts();

    float[] ofFew = counts.lifts().pathsOf(world.paths(), List.of(2)).values(0, ALL);

    assertThat(ofFew).containsOnly(0);
    assertThat(new LeftOut(counts, 0, false, item -> 0).of(0, ALL)).containsOnly(0);
    assertThat(new LeftOut(counts, 10, false, item -> 0).of(0, ALL)[2]).isPositive();
  }

  /** Half of the users like one item, which alone has its attribute, the others another. */
  private static World alone() {
    PathIndex.Builder links = new PathIndex.Builder(ITEMS, ITEMS, 1, 0);
    for (int item = 0; item < ITEMS; item++) {
      links.link(0, item, Math.max(0, item - 1), item); // the first two share theirs
    }
    int[] offsets = IntStream.rangeClosed(0, USERS).toArray();
    int[] values = IntStream.range(0, USERS).map(user -> user % 2).toArray();
    int[] items = IntStream.range(0, USERS).map(user -> 2 + user % 2).toArray();
    return new World(
        Clicks.of(ITEMS, offsets, items),
        links.build(),
        new NodeFeatures(VALUES, offsets.clone(), values));
  }

  @Test
  void usersOfAValueAreDrawnToWhatOthersWithItLiked() {
    World world = alone();
    double half = USERS / 2;

    float[] of = world.counts().lifts().pathsOf(world.paths(), List.of(0)).values(0, ALL);

    double liked = Math.log((half + 10) / (half / 2 + 10));
    double notLiked = Math.log((0 + 10) / (half / 2 + 10));
    assertThat((double) of[2]).isCloseTo(liked, within(1e-6));
    assertThat((double) of[3]).isCloseTo(notLiked, within(1e-6));
    assertThat(of[4]).isZero();
  }

  @Test
  void asANewItemItDoesNotKnowItsOwnLikes() {
    ProfileCounts counts = alone().counts();

    float[] known = new LeftOut(counts, 0, false, item -> 0).of(0, ALL);
    float[] asNew = new LeftOut(counts, 0, true, item -> 0).of(0, ALL);

    assertThat(known[2]).isPositive();
    assertThat(asNew).containsOnly(0);
  }

  /** The country that all live in. */
  @Test
  void aValueThatSaysNothingTakesNothingFromOthers() {
    World world = World.random(new SplittableRandom(3));
    List<String> values = List.of("city=a", "city=b", "job=c", "job=d", "x=1", "x=2", "x=3");
    IntFunction<IntStream> more =
        user ->
            Stream.concat(world.features().of(user).stream(), Stream.of(4, 5, 6)).mapToInt(v -> v);
    int[] offsets = IntStream.rangeClosed(0, USERS).map(user -> 5 * user).toArray();
    int[] ofUsers = IntStream.range(0, USERS).mapToObj(more).flatMapToInt(own -> own).toArray();
    NodeFeatures features = new NodeFeatures(values, offsets, ofUsers);
    ProfileCounts counts = new World(world.interactions(), world.paths(), features).counts();

    float[] before = new LeftOut(world.counts(), 0, false, item -> 0).of(0, ALL);
    assertThat(before).isNotEqualTo(new float[ITEMS]);
    assertThat(new LeftOut(counts, 0, false, item -> 0).of(0, ALL)).isEqualTo(before);
    assertThat(counts.lifts().speaking(List.of(0, 2, 4, 5, 6))).as("the town alone").isEqualTo(1);
  }

  @Test
  void theMoreUsersLikedAnItemTheLessItsAttributesSayOfIt() {
    ProfileCounts counts = alone().counts();

    float ofFew = new LeftOut(counts, 0, false, item -> 0).of(0, ALL)[2];
    float ofMany = new LeftOut(counts, 0, false, item -> 30).of(0, ALL)[2];

    assertThat(ofMany).isCloseTo(ofFew / 2, CLOSE);
    assertThat(ProfileValues.trust(ItemTable.NOBODY)).isEqualTo(1);
    assertThat(ProfileValues.trust(ItemTable.CAME_SINCE)).isEqualTo(1);
  }

  @Test
  void whatChanceGivesIsNoLift() {
    assertThat(LogLift.of(31, 25)).isZero();
    assertThat(LogLift.of(19, 25)).isZero();
    assertThat(LogLift.of(37, 25)).isCloseTo(Math.log(47 / 35.0), within(1e-12));
    assertThat(LogLift.of(13, 25)).isCloseTo(Math.log(23 / 35.0), within(1e-12));
  }
}
