package org.metarec.path;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * How one relation relates items: through attributes that both are linked with (weighted by how
 * rare the attribute is), and directly where it links two items.
 *
 * <p>The kernel of two items i ≠ j is the idf-weighted cosine of their attribute sets, {@code
 * K(i,j) = Σ_{a ∈ i ∩ j} idf_a / (|i| |j|)} with {@code |i|² = Σ_{a ∈ i} idf_a} and {@code idf_a =
 * ln((N + 1) / (n_a + 1))}, N the number of items that the training knew and that are still there,
 * and n_a that of those among them linked with a. New items change no idf: it stays what the
 * weights were learned with. Direct links count apart, see {@link UserPaths}.
 *
 * <p>Rare attributes counting more: Spärck Jones, "A statistical interpretation of term
 * specificity", Journal of Documentation 28, 1972. Likeness by shared neighbours: Sun et al.,
 * "PathSim", VLDB 2011, who divide by the mean of {@code |i|²} and {@code |j|²} and weigh all
 * alike.
 */
public final class PathRelation {
  private final Links attributes;
  private final Links items;
  private final DirectLinks direct;
  private final int trainedItems;
  private final int trainedLeft;
  private final float[] idf;
  private final float[] norm;
  private final int firstAttribute;
  private final int mostAttributes;
  private final Optional<AttributeSets> sets;

  /** A base. */
  PathRelation(Links attributes, DirectLinks direct, int trainedItems) {
    int attributeCount = attributes.targetCount();
    this.attributes = attributes;
    this.items = attributes.reversed(attributeCount);
    this.direct = direct;
    this.trainedItems = trainedItems;
    this.trainedLeft = trainedItems;
    this.idf = new float[attributeCount];
    this.norm = new float[attributes.sourceCount()];
    for (int attribute = 0; attribute < attributeCount; attribute++) {
      idf[attribute] = idf(trainedItems, items.degreeBelow(attribute, trainedItems));
    }
    this.firstAttribute = attributesOf(items).findFirst().orElse(0);
    int most = 0;
    for (int item = 0; item < norm.length; item++) {
      norm[item] = norm(attributes, item, idf);
      most = Math.max(most, attributes.degree(item));
    }
    this.mostAttributes = most;
    this.sets = AttributeSets.of(attributes);
  }

  /** A base with an overlay. */
  private PathRelation(PathRelation base, Links attributes, DirectLinks direct, IdfChange change) {
    this.attributes = attributes;
    this.items = base.items;
    this.direct = direct;
    this.trainedItems = base.trainedItems;
    this.trainedLeft = change.trainedLeft();
    this.idf = change.idf();
    this.norm = change.norm();
    this.firstAttribute = base.firstAttribute;
    this.mostAttributes = base.mostAttributes;
    this.sets = base.sets;
  }

  /**
   * This base with an overlay.
   *
   * @param attributes those of the base with the overlay
   * @param direct likewise
   * @param change what the overlay changes of the idf
   */
  PathRelation with(Links attributes, DirectLinks direct, IdfChange change) {
    return new PathRelation(this, attributes, direct, change);
  }

  /** A base of as many items that links nothing. */
  PathRelation emptied() {
    Links none = new LinkList().toLinks(norm.length);
    return new PathRelation(none, new DirectLinks(none, none), trainedItems);
  }

  static float idf(int itemCount, int itemsWithIt) {
    return (float) Math.log((itemCount + 1.0) / (itemsWithIt + 1.0));
  }

  static float norm(Links attributes, int item, float[] idf) {
    double sum = 0;
    for (int link = attributes.from(item); link < attributes.to(item); link++) {
      sum += idf[attributes.target(link)];
    }
    return (float) Math.sqrt(sum);
  }

  /** From each item the attributes it is linked with. */
  public Links attributes() {
    return attributes;
  }

  /** From each attribute the items linked with it in the base, whatever the overlay has of them. */
  public Links items() {
    return items;
  }

  /** The lowest attribute that an item of the base has; 0 where none has any. */
  public int firstAttribute() {
    return firstAttribute;
  }

  /** The attributes that items of the base have, ascending. */
  public int[] attributesOfBase() {
    return attributesOf(items).toArray();
  }

  private static IntStream attributesOf(Links items) {
    return IntStream.range(0, items.sourceCount()).filter(a -> items.degree(a) > 0);
  }

  /** Its links from item to item. */
  public DirectLinks direct() {
    return direct;
  }

  /** Whether it links an item with anything. */
  public boolean links(int item) {
    return attributes.degree(item) + direct.degree(item) > 0;
  }

  /** One more than the highest attribute of this relation. */
  int attributeCount() {
    return idf.length;
  }

  /** The items linked with an attribute in the base, of those that the training knew; ascending. */
  public int[] trainedItemsOfBase(int attribute) {
    return items.targetsBelow(attribute, trainedItems);
  }

  /**
   * The items linked with an attribute now, of those that the training knew; in no particular
   * order.
   */
  public int[] trainedItemsWith(int attribute) {
    int[] inBase = trainedItemsOfBase(attribute);
    if (!attributes.hasChangedBelow(trainedItems)) {
      return inBase;
    }
    IntStream inOverlay =
        attributes
            .changed()
            .takeWhile(item -> item < trainedItems) // they are ascending
            .filter(item -> attributes.find(item, attribute) >= 0);
    IntStream unchanged = IntStream.of(inBase).filter(item -> !attributes.isChanged(item));
    return IntStream.concat(unchanged, inOverlay).toArray();
  }

  /**
   * Attributes of the items in the overlay that the training knew, in the base and in the overlay;
   * some several times.
   */
  public IntStream attributesOfChangedTrained() {
    return attributes
        .changed()
        .takeWhile(item -> item < trainedItems)
        .flatMap(attributes::baseThenOverlay);
  }

  /** Items below this number are those that the training knew. */
  int trainedItems() {
    return trainedItems;
  }

  /** How many of them are still there. */
  int trainedLeft() {
    return trainedLeft;
  }

  /** Weight of an attribute, ≥ 0: 0 where every item has it. */
  public float idf(int attribute) {
    return idf[attribute];
  }

  /** Length |i| of an item's attribute vector, ≥ 0. */
  public float norm(int item) {
    return norm[item];
  }

  /**
   * What an attribute that two items share adds to their kernel: {@code idf_a / (|i| |j|)}, ≥ 0.
   */
  public double sharedPart(int attribute, int one, int other) {
    return idf[attribute] == 0 ? 0 : idf[attribute] / ((double) norm[one] * norm[other]);
  }

  /** How many attributes an item of the base has at most. */
  int mostAttributes() {
    return mostAttributes;
  }

  float[] copyOfIdf(int attributeCount) {
    return Arrays.copyOf(idf, attributeCount);
  }

  float[] copyOfNorm(int itemCount) {
    return Arrays.copyOf(norm, itemCount);
  }

  /**
   * Adds {@code factor · Σ_{a ∈ i} weight_a / |i|} to the sum of each item of the base. Goes from
   * the attributes to their items, or over the sets where that costs less, so that an attribute of
   * a million items costs a look at each item at most.
   */
  void addShared(SparseWeights weights, float factor, float[] sums) {
    long pushes = 0;
    for (int place = 0; place < weights.size(); place++) {
      int attribute = weights.id(place);
      pushes += attribute < items.sourceCount() ? items.degree(attribute) : 0;
    }
    if (sets.isPresent() && pushes > sets.get().cost()) {
      sets.get().addValues(weights, idf, factor, sums);
      return;
    }
    for (int place = 0; place < weights.size(); place++) {
      float weight = factor * weights.value(place);
      if (weight != 0 && weights.id(place) < items.sourceCount()) {
        items.addQuotients(weights.id(place), weight, norm, sums);
      }
    }
  }
}
