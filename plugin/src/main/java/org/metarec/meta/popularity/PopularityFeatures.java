package org.metarec.meta.popularity;

import org.metarec.meta.regression.FeatureScale;
import org.metarec.model.taste.YearScale;
import org.metarec.path.Links;
import org.metarec.path.PathIndex;
import org.metarec.path.PathRelation;

/**
 * What the likes of an item are predicted from: for each relation what the item's attributes had
 * earned with other items that are not later, to the half day; its year and its square. The
 * features are our own.
 *
 * <p>With L_a the centred log-likes of the known ones among the other, not later items of attribute
 * a, a relation gives: mean and maximum of {@code Σ L_a / (|L_a| + 1)} and the maximum of all L_a,
 * each over the attributes that have such items; {@code ln(1 + all their likes)}; the share of
 * these attributes; 1 if the item has no attributes; and how many it has. An item that it is linked
 * with directly counts as one more attribute.
 *
 * <p>Shared between threads: what an attribute earned is found when first asked for, whichever
 * thread asks.
 */
public final class PopularityFeatures {
  /** Numbers for each relation. */
  public static final int PER_RELATION = 7;

  /** The place of a relation's flag for items without attributes. */
  private static final int HAS_NONE = 5;

  /** The year and its square. */
  public static final int OF_TIME = 2;

  /** What this share of the known items lacks counts half: it is often forgotten, not absent. */
  private static final double RARE = 0.1;

  private final PathIndex index;
  private final ItemLikes likes;
  private final YearScale yearScale;
  private final EarnedLikes earned;

  /**
   * @param yearScale of the items
   */
  public PopularityFeatures(PathIndex index, ItemLikes likes, YearScale yearScale) {
    this(index, likes, yearScale, EarnedLikes.of(index, likes));
  }

  private PopularityFeatures(
      PathIndex index, ItemLikes likes, YearScale yearScale, EarnedLikes earned) {
    this.index = index;
    this.likes = likes;
    this.yearScale = yearScale;
    this.earned = earned;
  }

  /** Counts what attributes of very many items earned, so that no request waits for it. */
  public void prepareHubs() {
    earned.prepareHubs(index);
  }

  /** The same after some items came, changed or went. */
  public PopularityFeatures with(PathIndex now) {
    return new PopularityFeatures(now, likes, yearScale, earned.with(now));
  }

  /** The same after changes that left the links of all items that the training knew. */
  public PopularityFeatures withSameTrainedLinks(PathIndex now) {
    return new PopularityFeatures(now, likes, yearScale, earned);
  }

  /** What rows are computed from: the same object as long as what attributes earned is the same. */
  public EarnedLikes basis() {
    return earned;
  }

  /** What the items had earned. */
  public ItemLikes likes() {
    return likes;
  }

  /** Length of a row. */
  public static int length(int relations) {
    return PER_RELATION * relations + OF_TIME;
  }

  /**
   * The row of an item.
   *
   * @param year of the item, NaN where unknown
   * @return {@code double[length]}
   */
  public double[] of(int item, float year) {
    double[] row = new double[length(index.relationCount())];
    for (int relation = 0; relation < index.relationCount(); relation++) {
      addRelation(relation, item, year, row);
    }
    double time = yearScale.standard(year);
    int offset = PER_RELATION * index.relationCount();
    row[offset] = time;
    row[offset + 1] = time * time;
    return row;
  }

  /**
   * The row of an item, standardised, within what is known of others: no number far from theirs. A
   * relation that gives the item no attributes counts as their mean where it gives all of them
   * some, and nearly so where few have none: {@code mean + s / (s + 0.1) (row − mean)}, s the share
   * of those without.
   *
   * @param scale of the rows of known items
   * @param year of the item, NaN where unknown
   * @return {@code float[length]}
   */
  public float[] standardised(FeatureScale scale, int item, float year) {
    double[] row = of(item, year);
    double[] familiar = scale.cut(row.clone());
    for (int relation = 0; relation < index.relationCount(); relation++) {
      int offset = PER_RELATION * relation;
      if (row[offset + HAS_NONE] == 1) {
        double share = scale.mean(offset + HAS_NONE);
        double believed = share / (share + RARE);
        for (int i = offset; i < offset + PER_RELATION; i++) {
          familiar[i] = scale.mean(i) + believed * (familiar[i] - scale.mean(i));
        }
      }
    }
    return scale.standard(familiar);
  }

  private void addRelation(int relation, int item, float year, double[] row) {
    PathRelation links = index.relation(relation);
    Summary summary = new Summary();
    Links attributes = links.attributes();
    for (int link = attributes.from(item); link < attributes.to(item); link++) {
      int attribute = attributes.target(link);
      AttributeLikes all = earned.by(index, relation, attribute);
      summary.add(
          likes.isKnown(item)
              ? all.besides(
                  item, likes, () -> EarnedLikes.trainedItemsWith(index, relation, attribute))
              : all.until(year));
    }
    links
        .direct()
        .neighbours(item)
        .mapToObj(neighbour -> AttributeLikes.of(new int[] {neighbour}, likes).until(year))
        .forEach(summary::add);
    summary.write(row, PER_RELATION * relation);
  }

  /** The attributes that one relation gives an item, put together. */
  private static final class Summary {
    private int attributes;
    private int known;
    private double sumOfMeans;
    private double bestMean = Double.NEGATIVE_INFINITY;
    private double best = Double.NEGATIVE_INFINITY;
    private double likes;

    void add(AttributeLikes.Earned earned) {
      attributes++;
      if (earned.count() > 0) {
        double shrunk = earned.logs() / (earned.count() + 1);
        known++;
        sumOfMeans += shrunk;
        bestMean = Math.max(bestMean, shrunk);
        best = Math.max(best, earned.best());
        likes += earned.likes();
      }
    }

    void write(double[] row, int offset) {
      row[offset] = known == 0 ? 0 : sumOfMeans / known;
      row[offset + 1] = known == 0 ? 0 : bestMean;
      row[offset + 2] = known == 0 ? 0 : best;
      row[offset + 3] = Math.log1p(likes);
      row[offset + 4] = known / (double) Math.max(1, attributes);
      row[offset + HAS_NONE] = attributes == 0 ? 1 : 0;
      row[offset + 6] = attributes;
    }
  }
}
