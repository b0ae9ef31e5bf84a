package org.metarec.testing;

import java.util.SplittableRandom;
import org.metarec.model.embedding.EntityTable;
import org.metarec.model.embedding.RelationPhases;
import org.metarec.model.item.ItemTable;

/** Untrained tables. */
public final class RandomTables {

  private RandomTables() {}

  /** Coordinates in (−1, 1). */
  public static EntityTable entities(long seed, int entityCount, int dimension) {
    return new EntityTable(dimension, values(seed, entityCount * 2 * dimension, 1));
  }

  /** Angles in (−π, π). */
  public static RelationPhases phases(long seed, int relationCount, int dimension) {
    return new RelationPhases(dimension, values(seed, relationCount * dimension, Math.PI));
  }

  /** All numbers of a row in (−1, 1). */
  public static ItemTable items(SplittableRandom random, int itemCount, int width) {
    ItemTable table = new ItemTable(width, itemCount);
    for (int item = 0; item < itemCount; item++) {
      table.setRow(item, floats(random, ItemTable.rowLength(width)));
    }
    return table;
  }

  /** Numbers in (−1, 1). */
  public static float[] floats(SplittableRandom random, int count) {
    return values(random, count, 1);
  }

  private static float[] values(long seed, int count, double range) {
    return values(new SplittableRandom(seed), count, range);
  }

  private static float[] values(SplittableRandom random, int count, double range) {
    float[] values = new float[count];
    for (int i = 0; i < count; i++) {
      values[i] = (float) random.nextDouble(-range, range);
    }
    return values;
  }
}
