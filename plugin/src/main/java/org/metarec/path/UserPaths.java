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
      attributeWeights[r] = new SparseWeights();
      directWeights[r] = new SparseWeights();
    }
  }

  /** Adds a click; weight 0 changes nothing. */
  public void add(int item, float weight) {
    totalWeight += weight;
    fold(item, weight);
  }

  private void fold(int item, float weight) {
    for (int r = 0; r < attributeWeights.length && weight != 0; r++) {
      PathRelation relation = index.relation(r);
      Links attributes = relation.attributes();
      float unit = relation.norm(item) == 0 ? 0 : weight / relation.norm(item);
      int end = attributes.to(item);
      for (int link = attributes.from(item); link < end; link++) {
        int attribute = attributes.target(link);
        attributeWeights[r].add(attribute, unit * relation.idf(attribute));
      }
      Links direct = relation.direct();
      end = direct.to(item);
      for (int link = direct.from(item); link < end; link++) {
        int other = direct.target(link);
        directWeights[r].add(other, weight * directKernel(direct, item, other));
      }
    }
  }

  private static float directKernel(Links direct, int one, int other) {
    return (float) (1 / Math.sqrt((double) direct.degree(one) * direct.degree(other)));
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
   * The value of an item that is not among the clicks; exactly 0 where nothing is shared.
   *
   * @return {@code Σ_j c_j K_r(item, j)}, ≥ 0
   */
  public float value(int relation, int item) {
    PathRelation links = index.relation(relation);
    Links attributes = links.attributes();
    SparseWeights weights = attributeWeights[relation];
    float sum = 0;
    int end = attributes.to(item);
    for (int link = attributes.from(item); link < end; link++) {
      sum += weights.get(attributes.target(link));
    }
    float shared = sum == 0 ? 0 : sum / links.norm(item);
    return shared + directWeights[relation].get(item);
  }

  /**
   * The value of an item that is itself among the clicks, without its own part.
   *
   * @param ownWeight the weight with which it was added
   */
  public float valueOfClicked(int relation, int item, float ownWeight) {
    boolean hasAttributes = index.relation(relation).norm(item) > 0;
    return value(relation, item) - (hasAttributes ? ownWeight : 0);
  }

  /**
   * Adds {@code Σ_r factor_r · value_r(i)} to the sum of each item that was there when most of the
   * index was built; not right for those that changed since, and not less the own part of those
   * that were clicked. Equals {@link #value} up to the rounding of the sums.
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
