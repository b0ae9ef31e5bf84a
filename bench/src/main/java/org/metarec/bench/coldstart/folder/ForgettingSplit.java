package org.metarec.bench.coldstart.folder;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * The training ratings of a folder, split in time: items until a year and those after it. Some
 * users are held out; what they rated of each part is asked for.
 *
 * @param oldItems keys
 * @param newItems keys
 * @param oldRatings of the other users
 * @param newRatings of the other users
 * @param old tests on old items
 * @param fresh tests on new items
 */
public record ForgettingSplit(
    Set<String> oldItems,
    Set<String> newItems,
    List<Interaction> oldRatings,
    List<Interaction> newRatings,
    Scenario old,
    Scenario fresh) {
  private static final int HELD_OUT = 900;
  private static final int FEWEST = 13;
  private static final int MOST = 100;

  /** So many of a user's ratings are asked for. */
  static final int QUERY = 10;

  private static final int NEGATIVES = 99;

  /**
   * Splits the training ratings of a folder whose items have a column called "year".
   *
   * @param until the last year of the old items; those without a year are old
   */
  public static ForgettingSplit of(ColdStartFolder folder, int until) {
    Set<String> newItems = itemsAfter(folder, until);
    Set<String> oldItems = new TreeSet<>();
    folder.items().rows().forEach(row -> oldItems.add(row.get(0)));
    oldItems.removeAll(newItems);
    List<String> users = shuffledUsers(folder, new Random(1));
    Set<String> heldOut = new HashSet<>(users.subList(0, Math.min(HELD_OUT, users.size() / 4)));
    Map<Boolean, List<Interaction>> parts =
        folder.train().stream().collect(Collectors.partitioningBy(isIn(newItems)));
    return new ForgettingSplit(
        oldItems,
        newItems,
        without(heldOut, parts.get(false)),
        without(heldOut, parts.get(true)),
        scenario("old", heldOut, parts.get(false)),
        scenario("new", heldOut, parts.get(true)));
  }

  static List<String> shuffledUsers(ColdStartFolder folder, Random random) {
    List<String> users =
        folder.train().stream()
            .map(Interaction::user)
            .distinct()
            .sorted()
            .collect(Collectors.toCollection(ArrayList::new));
    Collections.shuffle(users, random);
    return users;
  }

  private static Predicate<Interaction> isIn(Set<String> items) {
    return one -> items.contains(one.item());
  }

  static Set<String> itemsAfter(ColdStartFolder folder, int until) {
    int year = folder.items().header().indexOf("year");
    return folder.items().rows().stream()
        .filter(row -> !row.get(year).isEmpty() && Double.parseDouble(row.get(year)) > until)
        .map(row -> row.get(0))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static List<Interaction> without(Set<String> users, List<Interaction> ratings) {
    return ratings.stream().filter(one -> !users.contains(one.user())).toList();
  }

  private static Scenario scenario(String name, Set<String> users, List<Interaction> ratings) {
    Map<String, List<Interaction>> byUser = new TreeMap<>();
    Set<String> pool = new TreeSet<>();
    for (Interaction one : ratings) {
      pool.add(one.item());
      if (users.contains(one.user())) {
        byUser.computeIfAbsent(one.user(), absent -> new ArrayList<>()).add(one);
      }
    }
    List<Scenario.Task> tasks = new ArrayList<>();
    byUser.forEach(
        (user, own) -> {
          if (isOfASize(own)) {
            tasks.add(task(user, own, pool));
          }
        });
    return new Scenario(name, tasks);
  }

  /** Whether a user has enough ratings to be asked, and not too many, as in the papers' tests. */
  static boolean isOfASize(List<Interaction> own) {
    return own.size() >= FEWEST && own.size() <= MOST;
  }

  private static Scenario.Task task(String user, List<Interaction> own, Set<String> pool) {
    Random random = new Random(user.hashCode());
    Collections.shuffle(own, random);
    int split = own.size() - QUERY;
    List<String> others = new ArrayList<>(pool);
    own.forEach(one -> others.remove(one.item()));
    Collections.shuffle(others, random);
    return new Scenario.Task(
        user,
        own.subList(0, split),
        own.subList(split, own.size()),
        others.subList(0, Math.min(NEGATIVES, others.size())));
  }
}
