package org.metarec.path;

/**
 * How the items relate to those that one user clicked, relation by relation: {@code Σ_j c_j K_r(i,
 * j)} over the user's clicks j of weight c_j, with the kernel of {@link PathRelation}. The clicks
 * are folded into one weight per attribute, so a value costs the item's own links, not the clicks,
 * and all this holds the clicks' links, not the index. Not thread-safe; reusable after {@link
 * #clear()}.
 */
public final class UserPaths {
  private final PathIndex index;
  private final SparseWeights[] attributeWeights;
  private final SparseWeights[] directWeights;
  private float totalWeight;

  public UserPaths(PathIndex index) {
    int relations = index.relationCount();
    this.index = index;
    this.attributeWeights = new SparseWeights[relations];
    this.directWeights = new SparseWeights[relations];
    for (int r = 0; r < relations; r++) {
      attributeWeights[r] = new SparseWeights(index.relation(r).attributeCount());
      directWeights[r] = new SparseWeights(index.relation(r).direct().sourceCount());
    }
  }

  /**
   * Adds clicks.
   *
   * @param items {@code int[clicks]}
   * @param weights {@code float[clicks]}, > 0
   */
  public void add(int[] items, float[] weights) {
    for (float weight : weights) {
      totalWeight += weight;
    }
    for (int r = 0; r < attributeWeights.length; r++) {
      PathRelation relation = index.relation(r);
      fold(relation, items, weights, attributeWeights[r]);
      for (int click = 0; click < items.length && !relation.direct().isEmpty(); click++) {
        foldDirect(relation, items[click], weights[click], directWeights[r]);
      }
    }
  }

  private static void fold(
      PathRelation relation, int[] items, float[] weights, SparseWeights sums) {
    LinkRows rows = new LinkRows(relation.attributes(), items);
    float[] parts = new float[rows.size()];
    int link = 0;
    for (int click = 0; click < items.length; click++) {
      float norm = relation.norm(items[click]);
      float unit = norm == 0 ? 0 : weights[click] / norm;
      for (; link < rows.end(click); link++) {
        parts[link] = unit * relation.idf(rows.target(link));
      }
    }
    sums.reserve(rows.size());
    for (link = 0; link < rows.size(); link++) {
      sums.add(rows.target(link), parts[link]);
    }
  }

  private static void foldDirect(
      PathRelation relation, int item, float weight, SparseWeights weights) {
    Links direct = relation.direct();
    int end = direct.to(item);
    for (int link = direct.from(item); link < end; link++) {
      int other = direct.target(link);
      weights.add(other, weight * (float) relation.directPart(item, other));
    }
  }

  /** Makes room for so many more attributes. */
  void reserve(int relation, int attributes) {
    attributeWeights[relation].reserve(attributes);
  }

  /**
   * Adds an attribute by itself, without a click.
   *
   * @param strength what it gives an item that has no other, negative too
   */
  void addAttribute(int relation, int attribute, float strength) {
    if (attribute < index.relation(relation).attributeCount()) { // else no item has it now
      float root = (float) Math.sqrt(index.relation(relation).idf(attribute));
      attributeWeights[relation].add(attribute, strength * root);
    }
  }

  /** The greatest amount of what some of the attributes of an item of the base give it together. */
  public double greatestShared(int relation) {
    PathRelation links = index.relation(relation);
    SparseWeights weights = attributeWeights[relation];
    double greatest = 0;
    for (int place = 0; place < weights.size(); place++) {
      float idf = links.idf(weights.id(place));
      greatest = Math.max(greatest, idf == 0 ? 0 : Math.abs(weights.value(place)) / Math.sqrt(idf));
    }
    return greatest * Math.sqrt(links.mostAttributes());
  }

  /** Forgets all clicks. */
  public void clear() {
    totalWeight = 0;
    for (int r = 0; r < attributeWeights.length; r++) {
      attributeWeights[r].clear();
      directWeights[r].clear();
    }
  }

  /** Sum of the click weights. */
  public float totalWeight() {
    return totalWeight;
  }

  /**
   * The value of an item that is not among the clicks; exactly 0 where nothing is shared. That of a
   * click includes its {@link #ownPart}.
   *
   * @return {@code Σ_j c_j K_r(item, j)}, ≥ 0 where only clicks were added
   */
  public float value(int relation, int item) {
    return values(relation, new int[] {item})[0];
  }

  /** The values of several items, which costs less than one by one. */
  public float[] values(int relation, int[] items) {
    return values(relation, items, new LinkRows(index.relation(relation).attributes(), items));
  }

  /** The values of the items in the index's overlay, whose rows need not be searched for. */
  public float[] changedValues(int relation) {
    int[] items = index.changed();
    Links overlay = index.relation(relation).attributes().overlay();
    return values(relation, items, LinkRows.first(items.length, overlay));
  }

  private float[] values(int relation, int[] items, LinkRows rows) {
    PathRelation links = index.relation(relation);
    SparseWeights weights = attributeWeights[relation];
    float[] values = new float[items.length];
    int link = 0;
    for (int row = 0; row < items.length; row++) {
      float sum = 0;
      for (; link < rows.end(row); link++) {
        sum += weights.get(rows.target(link));
      }
      float shared = sum == 0 ? 0 : sum / links.norm(items[row]);
      values[row] = shared + directWeights[relation].get(items[row]);
    }
    return values;
  }

  /**
   * What an item that is itself among the clicks adds to its own value.
   *
   * @param weight with which it was added
   */
  public float ownPart(int relation, int item, float weight) {
    return index.relation(relation).norm(item) > 0 ? weight : 0;
  }

  /**
   * Adds {@code Σ_r factor_r · value_r(i)} to the sum of each item of the index's base; not right
   * for those in its overlay, and not less the own part of those that were clicked. Equals {@link
   * #value} up to the rounding of the sums.
   *
   * @param factors one for each relation
   * @param sums {@code float[≥ items]}
   */
  public void addValues(float[] factors, float[] sums) {
    for (int r = 0; r < factors.length; r++) {
      if (factors[r] != 0) {
        index.relation(r).addShared(attributeWeights[r], factors[r], sums);
        SparseWeights direct = directWeights[r];
        for (int place = 0; place < direct.size(); place++) {
          sums[direct.id(place)] += factors[r] * direct.value(place);
        }
      }
    }
  }
}
