package org.metarec.meta.feature;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntConsumer;
import org.metarec.meta.input.LearningInput;
import org.metarec.path.Links;
import org.metarec.path.PathIndex;

/** Which values of item features the items have, numbered through all features. Immutable. */
final class ItemValues {
  private final PathIndex paths;
  private final int firstValue;
  private final int[] relations;

  ItemValues(LearningInput input) {
    this.paths = input.paths();
    this.firstValue = input.nodeCount() - input.itemCount();
    this.relations = new int[input.featureValues()];
    for (int relation = paths.nodeRelations(); relation < paths.relationCount(); relation++) {
      Links items = paths.relation(relation).items();
      for (int attribute = firstValue; attribute < items.sourceCount(); attribute++) {
        if (items.degree(attribute) > 0) {
          relations[attribute - firstValue] = relation;
        }
      }
    }
  }

  /** Hands over the values that an item has. */
  void forEach(int item, IntConsumer action) {
    for (int relation = paths.nodeRelations(); relation < paths.relationCount(); relation++) {
      Links links = paths.relation(relation).attributes();
      for (int link = links.from(item); link < links.to(item); link++) { // once a like: no stream
        action.accept(links.target(link) - firstValue);
      }
    }
  }

  /** The values that an item has. */
  List<Integer> of(int item) {
    List<Integer> values = new ArrayList<>();
    forEach(item, values::add);
    return values;
  }

  /** The items that have a value. */
  int[] itemsWith(int value) {
    return paths.relation(relations[value]).trainedItemsWith(firstValue + value);
  }

  int count() {
    return relations.length;
  }

  /** The content relation that a value belongs to. */
  int relation(int value) {
    return relations[value];
  }
}
