package org.metarec.meta.feature;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.metarec.meta.input.LearningInput;
import org.metarec.triple.Progress;
import org.metarec.triple.Triples;

/** Which values of item features the items have. Immutable. */
final class ItemValues {
  private final List<List<Integer>> valuesOf = new ArrayList<>();
  private final int[][] itemsWith;
  private final int[] relations;

  /** Reads them off the triples. */
  ItemValues(LearningInput input, Progress progress) {
    this.itemsWith = new int[input.featureValues()][0];
    this.relations = new int[input.featureValues()];
    for (int item = 0; item < input.itemCount(); item++) {
      valuesOf.add(new ArrayList<>(0));
    }
    int[] counts = new int[relations.length];
    Triples triples = input.triples();
    int firstFeature = input.nodePaths().relationCount();
    int firstValue = triples.entityCount() - input.featureValues();
    for (int triple = 0; triple < triples.size(); triple++) {
      progress.checkRunning();
      int relation = triples.relation(triple);
      if (relation >= firstFeature && relation < input.contentRelations()) {
        int value = triples.tail(triple) - firstValue;
        valuesOf.get(triples.head(triple)).add(value);
        relations[value] = relation;
        if (counts[value] == itemsWith[value].length) {
          itemsWith[value] = Arrays.copyOf(itemsWith[value], 2 * counts[value] + 1);
        }
        itemsWith[value][counts[value]++] = triples.head(triple);
      }
    }
    Arrays.setAll(itemsWith, value -> Arrays.copyOf(itemsWith[value], counts[value]));
  }

  /** Numbers of the values that an item has. */
  List<Integer> of(int item) {
    return valuesOf.get(item);
  }

  /** The items that have a value; not a copy. */
  int[] itemsWith(int value) {
    return itemsWith[value];
  }

  int count() {
    return relations.length;
  }

  /** The content relation that a value belongs to. */
  int relation(int value) {
    return relations[value];
  }
}
