package org.metarec.path;

import java.util.Arrays;

/**
 * How the items relate to those that one user clicked, relation by relation: {@code Σ_j c_j K_r(i,
 * j)} over the user's clicks j of weight c_j, with the kernel of {@link PathRelation}. The clicks
 * are folded into one weight per attribute, so a value costs the item's own links, not the clicks.
 * Not thread-safe; reusable after {@link #clear()}.
 */
public final class UserPaths {
  private final PathIndex index;
  private final float[][] attributeWeights;
  private final float[][] directWeights;
  private float totalWeight;

  public UserPaths(PathIndex index) {
    int relations = index.relationCount();
    this.index = index;
    this.attributeWeights = new float[relations][];
    this.directWeights = new float[relations][];
    for (int r = 0; r < relations; r++) {
      PathRelation relation = index.relation(r);
      attributeWeights[r] = new float[relation.items().sourceCount()];
      directWeights[r] = new float[relation.direct().size() == 0 ? 0 : index.itemCount()];
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
      for (int link = attributes.from(item); link < attributes.to(item); link++) {
        int attribute = attributes.target(link);
        attributeWeights[r][attribute] += unit * relation.idf(attribute);
      }
      Links direct = relation.direct();
      for (int link = direct.from(item); link < direct.to(item); link++) {
        int other = direct.target(link);
        directWeights[r][other] += weight * directKernel(direct, item, other);
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
      Arrays.fill(attributeWeights[r], 0);
      Arrays.fill(directWeights[r], 0);
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
    float[] weights = attributeWeights[relation];
    float sum = 0;
    for (int link = attributes.from(item); link < attributes.to(item); link++) {
      sum += weights[attributes.target(link)];
    }
    float shared = sum == 0 ? 0 : sum / links.norm(item);
    return directWeights[relation].length == 0 ? shared : shared + directWeights[relation][item];
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
   * The weight of an attribute of a relation: what each item linked with it gains, times |item|.
   */
  public float attributeWeight(int relation, int attribute) {
    return attributeWeights[relation][attribute];
  }
}
