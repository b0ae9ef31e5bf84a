package org.metarec.meta.feature;

import com.google.common.primitives.Floats;
import java.util.Arrays;
import java.util.BitSet;
import java.util.stream.IntStream;
import org.metarec.meta.input.LearningInput;
import org.metarec.meta.item.ItemContent;
import org.metarec.meta.item.ItemVectors;
import org.metarec.model.RelationBlocks;
import org.metarec.model.embedding.SparseRows;
import org.metarec.model.taste.PriorShape;
import org.metarec.path.DirectLinks;
import org.metarec.path.PathIndex;
import org.metarec.path.PathRelation;
import org.metarec.triple.Progress;

/**
 * What an attribute says of an item: how the other items that have it are embedded. Of its n known
 * items, {@code m = ½ Σ_j Ẽ_j / (n + 1)}, the mean drawn a little to that of all. The item itself
 * is left out, so that of a known item attributes say what they would say if it were new. An item
 * that is linked directly is an attribute too, of one item, itself. Immutable.
 */
public final class AttributeMeans {
  /**
   * In training the content of an item identifies it; that of a new item does not. Halving content
   * keeps the meta-learner from relying on that (ADR 35).
   */
  private static final float CONTENT_FACTOR = 0.5f;

  private static final float[] NOTHING = {};

  private final LearningInput input;
  private final PathIndex paths;
  private final BitSet knownItems;
  private final StandardEmbeddings embeddings;
  private final ItemAttributes attributes;

  /**
   * @param knownItems those that someone interacted with; not copied
   */
  AttributeMeans(
      LearningInput input,
      BitSet knownItems,
      StandardEmbeddings embeddings,
      ItemAttributes attributes) {
    this.input = input;
    this.paths = input.pathsOfNew();
    this.knownItems = knownItems;
    this.embeddings = embeddings;
    this.attributes = attributes;
  }

  /** The content of each item: {@code float[items][contentLength]}. */
  float[][] contents(PriorShape shape, Progress progress) {
    ItemContent[] contents = new ItemContent[input.itemCount()];
    Arrays.setAll(contents, item -> new ItemContent(shape));
    for (int relation = 0; relation < paths.relationCount(); relation++) {
      PathRelation path = paths.relation(relation);
      for (int attribute : path.attributesOfBase()) {
        progress.checkRunning();
        addShared(relation, path.trainedItemsWith(attribute), contents);
      }
      addDirect(relation, path.direct(), contents);
    }
    float[][] arrays = new float[contents.length][];
    for (int item = 0; item < arrays.length; item++) {
      arrays[item] = contents[item].values();
      contents[item] = null; // its sums are as large
    }
    return arrays;
  }

  private void addShared(int relation, int[] items, ItemContent[] contents) {
    Sum known = known(items);
    float[] ofAll = known.mean();
    for (int item : items) {
      if (!knownItems.get(item) && known.count > 0) {
        contents[item].add(relation, ofAll);
      } else if (knownItems.get(item) && known.count > 1) {
        contents[item].add(relation, known.meanWithout(embeddings.of(item)));
      }
    }
  }

  private void addDirect(int relation, DirectLinks direct, ItemContent[] contents) {
    for (int item = 0; item < contents.length; item++) {
      if (direct.degree(item) > 0 && knownItems.get(item)) {
        float[] mean = known(item).mean();
        direct.neighbours(item).forEach(other -> contents[other].add(relation, mean));
      }
    }
  }

  private Sum known(int... items) {
    Sum known = new Sum(2 * input.entities().dimension());
    for (int item : items) {
      if (knownItems.get(item)) {
        embeddings.addTo(known.sum, item);
        known.count++;
      }
    }
    return known;
  }

  /**
   * What all nodes and values add to vector and bias of a new item: nothing where embeddings do not
   * count and nothing is liked more than it was.
   *
   * @param biases of attributes, by {@link ItemAttributes}
   */
  public SparseRows rows(ItemVectors vectors, float[] biases, Progress progress) {
    boolean isSilent =
        embeddings.scale() == 0 && Floats.asList(biases).stream().allMatch(b -> b == 0);
    float[][] rows = new float[input.triples().entityCount()][];
    Arrays.fill(rows, NOTHING);
    for (int relation = 0; !isSilent && relation < paths.relationCount(); relation++) {
      PathRelation path = paths.relation(relation);
      boolean linksItems =
          IntStream.range(0, input.itemCount()).anyMatch(item -> path.direct().degree(item) > 0);
      for (int item = 0; linksItems && item < input.itemCount(); item++) {
        rows[item] = with(rows[item], relation, known(item), 0, vectors); // may get a link later
      }
      for (int attribute : path.attributesOfBase()) {
        progress.checkRunning();
        int entity = input.itemCount() + attribute;
        Sum known = known(path.trainedItemsWith(attribute));
        float bias = biases[attributes.number(relation, attribute)];
        rows[entity] = with(rows[entity], relation, known, bias, vectors);
      }
    }
    return new SparseRows(rows);
  }

  private static float[] with(
      float[] row, int relation, Sum known, float bias, ItemVectors vectors) {
    return known.count == 0
        ? row
        : RelationBlocks.with(row, relation, said(relation, known, bias, vectors));
  }

  /** Vector, then bias. */
  private static float[] said(int relation, Sum known, float bias, ItemVectors vectors) {
    float[] row = Arrays.copyOf(vectors.projected(relation, known.mean()), vectors.width() + 1);
    row[vectors.width()] = bias;
    return row;
  }

  /** Embeddings of known items, summed in the order in which they are added. */
  private static final class Sum {
    private final double[] sum;
    private int count;

    Sum(int length) {
      this.sum = new double[length];
    }

    float[] mean() {
      return meanWithout(new float[sum.length], count);
    }

    /** Of the others, without one that was added. */
    float[] meanWithout(float[] own) {
      return meanWithout(own, count - 1);
    }

    private float[] meanWithout(float[] own, int others) {
      float[] mean = new float[sum.length];
      for (int j = 0; j < mean.length; j++) {
        mean[j] = (float) (CONTENT_FACTOR * (sum[j] - own[j]) / (others + 1));
      }
      return mean;
    }
  }
}
