package org.metarec.path;

import java.util.stream.IntStream;

/**
 * How one relation relates items: through attributes that both are linked with (weighted by how
 * rare the attribute is), and directly where it links two items.
 *
 * <p>The kernel of two items i ≠ j is the idf-weighted cosine of their attribute sets, {@code
 * K(i,j) = Σ_{a ∈ i ∩ j} idf_a / (|i| |j|)} with {@code |i|² = Σ_{a ∈ i} idf_a} and {@code idf_a =
 * ln((N + 1) / (n_a + 1))}, N the number of items and n_a that of the items linked with a; plus
 * {@code 1 / √(degree_i · degree_j)} where the relation links i and j directly.
 */
public final class PathRelation {
  private final String name;
  private final Links attributes;
  private final Links items;
  private final Links direct;
  private final float[] idf;
  private final float[] norm;

  private PathRelation(String name, Links attributes, Links items, Links direct) {
    this.name = name;
    this.attributes = attributes;
    this.items = items;
    this.direct = direct;
    this.idf = idf(items, attributes.sourceCount());
    this.norm = norm(attributes, idf);
  }

  static PathRelation of(String name, Links attributes, Links direct) {
    int attributeCount =
        1 + IntStream.range(0, attributes.size()).map(attributes::target).max().orElse(-1);
    return new PathRelation(name, attributes, attributes.reversed(attributeCount), direct);
  }

  private static float[] idf(Links items, int itemCount) {
    float[] idf = new float[items.sourceCount()];
    for (int attribute = 0; attribute < idf.length; attribute++) {
      idf[attribute] = (float) Math.log((itemCount + 1.0) / (items.degree(attribute) + 1.0));
    }
    return idf;
  }

  private static float[] norm(Links attributes, float[] idf) {
    float[] norm = new float[attributes.sourceCount()];
    for (int item = 0; item < norm.length; item++) {
      double sum = 0;
      for (int link = attributes.from(item); link < attributes.to(item); link++) {
        sum += idf[attributes.target(link)];
      }
      norm[item] = (float) Math.sqrt(sum);
    }
    return norm;
  }

  /** The relationship type. */
  public String name() {
    return name;
  }

  /** From each item the attributes it is linked with. */
  public Links attributes() {
    return attributes;
  }

  /** From each attribute the items linked with it. */
  public Links items() {
    return items;
  }

  /** From each item the items that this relation links it with directly. */
  public Links direct() {
    return direct;
  }

  /** Weight of an attribute, ≥ 0: 0 where every item has it. */
  public float idf(int attribute) {
    return idf[attribute];
  }

  /** Length |i| of an item's attribute vector, ≥ 0. */
  public float norm(int item) {
    return norm[item];
  }
}
