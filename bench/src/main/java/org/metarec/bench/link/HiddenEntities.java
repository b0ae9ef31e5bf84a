package org.metarec.bench.link;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.metarec.triple.Triples;

/**
 * A graph of which some entities are hidden from training. Ids of the known entities come first;
 * relations between two hidden ones are left out.
 *
 * @param knownCount number of known entities
 * @param training triples of known entities, over the known ids alone
 * @param told relations of hidden entities by which they are induced
 * @param asked relations of hidden entities that are held back, a fifth of each one's, at least one
 */
record HiddenEntities(int knownCount, Triples training, Triples told, Triples asked) {

  /** Rarer entities are not hidden: nothing would be left to tell of them. */
  private static final int LEAST_RELATIONS = 4;

  private static final int HELD_BACK = 5;

  /**
   * @param triples names of head, relation and tail
   * @param hideable which entities may be hidden
   * @param fraction of these that is hidden
   */
  static HiddenEntities of(
      List<String[]> triples, Predicate<String> hideable, double fraction, long seed) {
    Map<String, Integer> uses = new TreeMap<>();
    Set<String> relations = new TreeSet<>();
    for (String[] triple : triples) {
      uses.merge(triple[0], 1, Integer::sum);
      uses.merge(triple[2], 1, Integer::sum);
      relations.add(triple[1]);
    }
    List<String> order = new ArrayList<>(uses.keySet());
    order.removeIf(name -> uses.get(name) < LEAST_RELATIONS || !hideable.test(name));
    Collections.shuffle(order, new Random(seed));
    Set<String> hidden =
        new TreeSet<>(
            order.subList(0, (int) (fraction * uses.keySet().stream().filter(hideable).count())));
    List<String> names = new ArrayList<>(uses.keySet());
    names.removeIf(hidden::contains);
    int knownCount = names.size();
    names.addAll(hidden);
    return split(
        rows(triples, TripleFolder.ids(names), TripleFolder.ids(relations)),
        knownCount,
        names.size(),
        relations.size(),
        new Random(seed));
  }

  private static List<int[]> rows(
      List<String[]> triples, Map<String, Integer> entities, Map<String, Integer> relations) {
    List<int[]> rows = new ArrayList<>();
    for (String[] triple : triples) {
      rows.add(
          new int[] {entities.get(triple[0]), relations.get(triple[1]), entities.get(triple[2])});
    }
    return rows;
  }

  private static HiddenEntities split(
      List<int[]> rows, int knownCount, int entityCount, int relationCount, Random random) {
    List<int[]> training = new ArrayList<>();
    Map<Integer, List<int[]>> ofHidden = new TreeMap<>();
    boolean[] trained = new boolean[entityCount];
    for (int[] row : rows) {
      int last = Math.max(row[0], row[2]);
      if (last < knownCount) {
        training.add(row);
        trained[row[0]] = true;
        trained[row[2]] = true;
      } else if (Math.min(row[0], row[2]) < knownCount) {
        ofHidden.computeIfAbsent(last, absent -> new ArrayList<>()).add(row);
      }
    }
    List<int[]> told = new ArrayList<>();
    List<int[]> asked = new ArrayList<>();
    for (List<int[]> relations : ofHidden.values()) {
      relations.removeIf(row -> !trained[Math.min(row[0], row[2])]);
      Collections.shuffle(relations, random);
      int held = relations.size() < 2 ? 0 : Math.max(1, relations.size() / HELD_BACK);
      asked.addAll(relations.subList(0, held));
      told.addAll(relations.subList(held, relations.size()));
    }
    return new HiddenEntities(
        knownCount,
        columns(training, knownCount, relationCount),
        columns(told, entityCount, relationCount),
        columns(asked, entityCount, relationCount));
  }

  static Triples columns(List<int[]> rows, int entityCount, int relationCount) {
    return new Triples(
        entityCount,
        relationCount,
        rows.stream().mapToInt(row -> row[0]).toArray(),
        rows.stream().mapToInt(row -> row[1]).toArray(),
        rows.stream().mapToInt(row -> row[2]).toArray());
  }

  /** All triples but those asked, over the ids of all entities. */
  Triples everythingTold() {
    List<int[]> rows = new ArrayList<>();
    for (Triples part : List.of(training, told)) {
      for (int i = 0; i < part.size(); i++) {
        rows.add(new int[] {part.head(i), part.relation(i), part.tail(i)});
      }
    }
    return columns(rows, told.entityCount(), told.relationCount());
  }
}
