package org.metarec.bench.coldstart.folder;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;

/** Items to rank the held-back ones against, by scenario and user. */
final class Negatives {
  private static final int PER_USER = 99;

  private final Map<String, Map<String, List<String>>> items = new HashMap<>();

  private Negatives() {}

  /** From a file with the columns scenario, user and item. */
  static Negatives read(Path file) throws IOException {
    Negatives negatives = new Negatives();
    for (List<String> row : CsvTable.read(file).rows()) {
      negatives.list(row.get(0), row.get(1)).add(row.get(2));
    }
    return negatives;
  }

  /**
   * Draws for each user of a query up to 99 items of the scenario that the user has nothing to do
   * with in any file: known items for known and for new users, else items of the tests of new
   * items. The same files give the same draw.
   *
   * @param mixed of both together instead
   */
  static Negatives draw(
      List<Interaction> train,
      Map<String, List<Interaction>> support,
      Map<String, List<Interaction>> query,
      boolean mixed) {
    Map<String, Set<String>> seen = new HashMap<>();
    Set<String> known = new TreeSet<>();
    Set<String> fresh = new TreeSet<>();
    train.forEach(one -> note(one, seen, known));
    for (String scenario : query.keySet()) {
      Set<String> pool = isOfNewItems(scenario) ? fresh : new HashSet<>();
      support.get(scenario).forEach(one -> note(one, seen, pool));
      query.get(scenario).forEach(one -> note(one, seen, pool));
    }
    Set<String> all = new TreeSet<>(known);
    all.addAll(fresh);
    Negatives negatives = new Negatives();
    query.forEach(
        (scenario, held) -> {
          Set<String> pool = mixed ? all : isOfNewItems(scenario) ? fresh : known;
          held.stream()
              .map(Interaction::user)
              .distinct()
              .forEach(user -> negatives.draw(scenario, user, pool, seen.get(user)));
        });
    return negatives;
  }

  private static boolean isOfNewItems(String scenario) {
    return scenario.equals("ic") || scenario.equals("uic");
  }

  private static void note(Interaction one, Map<String, Set<String>> seen, Set<String> pool) {
    seen.computeIfAbsent(one.user(), absent -> new HashSet<>()).add(one.item());
    pool.add(one.item());
  }

  private void draw(String scenario, String user, Set<String> pool, Set<String> seen) {
    List<String> free = new ArrayList<>(pool);
    free.removeAll(seen);
    Collections.shuffle(free, new Random((scenario + ":" + user).hashCode()));
    list(scenario, user).addAll(free.subList(0, Math.min(PER_USER, free.size())));
  }

  private List<String> list(String scenario, String user) {
    return items
        .computeIfAbsent(scenario, absent -> new HashMap<>())
        .computeIfAbsent(user, absent -> new ArrayList<>());
  }

  List<String> of(String scenario, String user) {
    return List.copyOf(items.getOrDefault(scenario, Map.of()).getOrDefault(user, List.of()));
  }
}
