package org.metarec.path;

import java.util.Arrays;

/**
 * How the items relate to those that one user clicked, by the features of {@link PathIndex}. Of
 * shared attributes it is {@code Σ_j c_j K_r(i, j)} over the user's clicks j of weight c_j, with
 * the kernel of {@link PathRelation}; of direct links {@code Σ_j c_j / n_i} over the clicks that
 * lead to i (or that i leads to), of n_i items that do. Clicks fade: c_j is what {@link
 * PathIndex#retention} leaves of the weight of one that others followed. The clicks are folded into
 * one weight per attribute, so a value costs the item's own links, not the clicks, and all this
 * holds the clicks' links, not the index. Not thread-safe; may be set again and again.
 */
public final class UserPaths {
  private final PathIndex index;
  private final SparseWeights[] attributeWeights;
  private final SparseWeights[] directWeights;
  private FadedClicks clicks;

  public UserPaths(PathIndex index) {
    int relations = index.relationCount();
    this.index = index;
    this.attributeWeights = new SparseWeights[relations];
    this.directWeights = new SparseWeights[LinkDirection.values().length * relations];
    this.clicks = new FadedClicks(index, features(), new int[0], new float[0], new int[0]);
    Arrays.setAll(attributeWeights, r -> new SparseWeights(index.relation(r).attributeCount()));
    Arrays.setAll(directWeights, f -> new SparseWeights(directIds(f)));
  }

  private int directIds(int direct) {
    PathRelation relation = index.relation(direct % index.relationCount());
    return relation.direct().isEmpty() ? 0 : index.itemCount();
  }

  /**
   * Sets the clicks, in place of all that was before.
   *
   * @param items {@code int[clicks]}: distinct
   * @param weights {@code float[clicks]}, > 0, of clicks that have not faded; not to be changed
   *     afterwards
   * @param ages {@code int[clicks]}: how many others followed each, by which it fades
   */
  public void set(int[] items, float[] weights, int[] ages) {
    clicks = new FadedClicks(index, features(), items, weights, ages);
    for (int r = 0; r < attributeWeights.length; r++) {
      attributeWeights[r].clear();
      fold(index.relation(r), items, clicks.weights(r), attributeWeights[r]);
    }
    for (int direct = 0; direct < directWeights.length; direct++) {
      directWeights[direct].clear();
      float[] faded = clicks.weights(attributeWeights.length + direct);
      for (int click = 0; click < items.length && directIds(direct) > 0; click++) {
        foldDirect(direct, items[click], faded[click]);
      }
    }
  }

  private int features() {
    return attributeWeights.length + directWeights.length;
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

  private void foldDirect(int direct, int item, float weight) {
    int feature = attributeWeights.length + direct;
    DirectLinks links = index.relation(index.relationOf(feature)).direct();
    LinkDirection direction = index.directionOf(feature);
    Links row = links.of(direction);
    int end = row.to(item);
    for (int link = row.from(item); link < end; link++) {
      int other = row.target(link);
      directWeights[direct].add(other, weight * (float) links.share(direction, other));
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

  /** The greatest value of a feature where only clicks were added; a kernel is 1 at most. */
  public double greatestOfClicks(int feature) {
    return index.isShared(feature)
        ? totalWeight(feature)
        : directWeights[feature - attributeWeights.length].greatest();
  }

  /**
   * An upper bound, over all base items and all subsets of their attributes, on the absolute value
   * that the subset contributes.
   */
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

  /** Sum of the weights that the clicks have left for a feature. */
  public float totalWeight(int feature) {
    return clicks.totalWeight(feature);
  }

  /** The weight c that the click on an item has left for a feature; 0 where there is none. */
  public float clickWeight(int feature, int item) {
    return clicks.weight(feature, item);
  }

  /**
   * The value of an item that is not among the clicks; exactly 0 where nothing is shared. That of a
   * click includes its {@link #ownPart}.
   *
   * @return ≥ 0 where only clicks were added
   */
  public float value(int feature, int item) {
    return values(feature, new int[] {item})[0];
  }

  /** The values of several items, which costs less than one by one. */
  public float[] values(int feature, int[] items) {
    return index.isShared(feature)
        ? shared(feature, items, new LinkRows(index.relation(feature).attributes(), items))
        : direct(feature, items);
  }

  /** The values of the items in the index's overlay, whose rows need not be searched for. */
  public float[] changedValues(int feature) {
    int[] items = index.changed();
    if (!index.isShared(feature)) {
      return direct(feature, items);
    }
    Links overlay = index.relation(feature).attributes().overlay();
    return shared(feature, items, LinkRows.first(items.length, overlay));
  }

  private float[] direct(int feature, int[] items) {
    SparseWeights weights = directWeights[feature - attributeWeights.length];
    float[] values = new float[items.length];
    for (int i = 0; i < items.length; i++) {
      values[i] = weights.get(items[i]);
    }
    return values;
  }

  private float[] shared(int relation, int[] items, LinkRows rows) {
    PathRelation links = index.relation(relation);
    SparseWeights weights = attributeWeights[relation];
    float[] values = new float[items.length];
    int link = 0;
    for (int row = 0; row < items.length; row++) {
      float sum = 0;
      for (; link < rows.end(row); link++) {
        sum += weights.get(rows.target(link));
      }
      values[row] = sum == 0 ? 0 : sum / links.norm(items[row]);
    }
    return values;
  }

  /** What an item that is itself among the clicks adds to its own value. */
  public float ownPart(int feature, int item) {
    boolean isLikeItself = index.isShared(feature) && index.relation(feature).norm(item) > 0;
    return isLikeItself ? clickWeight(feature, item) : 0;
  }

  /**
   * Adds {@code Σ_f factor_f · value_f(i)} to the sum of each item of the index's base; wrong for
   * overlay items, and does not subtract the own part of clicked ones. Equals {@link #value} up to
   * the rounding of the sums.
   *
   * @param factors one for each feature, or for the first ones
   * @param sums {@code float[≥ items]}
   */
  public void addValues(float[] factors, float[] sums) {
    for (int f = 0; f < factors.length; f++) {
      if (factors[f] != 0 && index.isShared(f)) {
        index.relation(f).addShared(attributeWeights[f], factors[f], sums);
      } else if (factors[f] != 0) {
        directWeights[f - attributeWeights.length].addTo(sums, factors[f]);
      }
    }
  }
}
