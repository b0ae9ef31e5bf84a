package org.metarec.meta;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.metarec.triple.Progress;
import org.metarec.triple.Triples;

/** Which values of item features the items have. Immutable. */
final class ItemValues {
  private final List<List<Integer>> valuesOf;
  private final List<List<Integer>> itemsWith;
  private final int[] relations;

  /** Reads them off the triples. */
  ItemValues(LearningInput input, Progress progress) {
    this.valuesOf = lists(input.itemCount());
    this.itemsWith = lists(input.featureValues());
    this.relations = new int[input.featureValues()];
    Triples triples = input.triples();
    int firstFeature = input.paths().relationCount();
    int firstValue = triples.entityCount() - input.featureValues();
    for (int triple = 0; triple < triples.size(); triple++) {
      progress.checkRunning();
      int relation = triples.relation(triple);
      if (relation >= firstFeature && relation < input.contentRelations()) {
        int value = triples.tail(triple) - firstValue;
        valuesOf.get(triples.head(triple)).add(value);
        itemsWith.get(value).add(triples.head(triple));
        relations[value] = relation;
      }
    }
  }

  private static List<List<Integer>> lists(int count) {
    return Stream.<List<Integer>>generate(() -> new ArrayList<>(0)).limit(count).toList();
  }

  /** Numbers of the values that an item has. */
  List<Integer> of(int item) {
    return valuesOf.get(item);
  }

  /** The items that have a value. */
  IntStream itemsWith(int value) {
    return itemsWith.get(value).stream().mapToInt(Integer::intValue);
  }

  int count() {
    return relations.length;
  }

  /** The content relation that a value belongs to. */
  int relation(int value) {
    return relations[value];
  }
}
