package org.metarec.meta.feature;

import java.util.Arrays;
import java.util.BitSet;
import java.util.function.IntConsumer;
import java.util.function.IntToDoubleFunction;
import org.metarec.meta.input.LearningInput;
import org.metarec.path.Links;
import org.metarec.path.PathIndex;
import org.metarec.path.PathRelation;

/**
 * The attributes of each item, numbered through all relations: the nodes it is linked with, but for
 * other items, and the values of its features. What no known item has says nothing and is left out.
 * Immutable as long as the set of known items is.
 */
public final class ItemAttributes {
  private final PathIndex paths;
  private final int[] offsets; // of the numbers of each relation
  private final int[] relations;
  private final BitSet known;
  private final BitSet ofKnown = new BitSet();

  /**
   * @param known the items that someone interacted with; not copied
   */
  ItemAttributes(LearningInput input, BitSet known) {
    this.paths = input.pathsOfNew();
    this.known = known;
    this.offsets = new int[paths.relationCount()];
    int count = 0;
    for (int relation = 0; relation < offsets.length; relation++) {
      PathRelation path = paths.relation(relation);
      offsets[relation] = count - path.firstAttribute();
      count = offsets[relation] + path.items().sourceCount();
    }
    this.relations = new int[count];
    for (int relation = 0; relation < offsets.length; relation++) {
      PathRelation path = paths.relation(relation);
      int first = number(relation, path.firstAttribute());
      Arrays.fill(relations, first, number(relation, path.items().sourceCount()), relation);
    }
    known.stream().forEach(item -> forAll(item, ofKnown::set));
  }

  /** Of all relations. */
  public int count() {
    return relations.length;
  }

  /** By which items have attributes, features among them. */
  public int relationCount() {
    return paths.relationCount();
  }

  public int relation(int attribute) {
    return relations[attribute];
  }

  /**
   * The number of an attribute of a relation.
   *
   * @param attribute not below the first that an item has
   */
  int number(int relation, int attribute) {
    return offsets[relation] + attribute;
  }

  /** Hands over the attributes of an item. */
  public void forEach(int item, IntConsumer action) {
    forAll(
        item,
        attribute -> {
          if (ofKnown.get(attribute)) {
            action.accept(attribute);
          }
        });
  }

  private void forAll(int item, IntConsumer action) {
    for (int relation = 0; relation < paths.relationCount(); relation++) {
      Links links = paths.relation(relation).attributes();
      for (int link = links.from(item); link < links.to(item); link++) { // once a like: no stream
        action.accept(number(relation, links.target(link)));
      }
    }
  }

  /**
   * {@code Σ_a x_a / √n_r} over the n_r attributes that each relation r gives an item, as {@link
   * org.metarec.meta.item.ContentVector} has it: a known item that it is linked with is one whose x
   * is 0.
   */
  public double[] sums(int item, IntToDoubleFunction x) {
    double[] sums = new double[paths.relationCount()];
    double[] counts = new double[paths.relationCount()];
    for (int relation = 0; relation < paths.relationCount(); relation++) {
      counts[relation] =
          paths.relation(relation).direct().neighbours(item).filter(known::get).count();
    }
    forEach(
        item,
        attribute -> {
          sums[relations[attribute]] += x.applyAsDouble(attribute);
          counts[relations[attribute]]++;
        });
    Arrays.setAll(sums, relation -> sums[relation] / Math.sqrt(Math.max(1, counts[relation])));
    return sums;
  }
}
