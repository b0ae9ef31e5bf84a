package org.metarec.model;

import java.util.Arrays;
import java.util.Optional;

/**
 * Rows of a node that may be an attribute in several relations: for each of these the relation's
 * number, then a block of floats, all of one length.
 */
public final class RelationBlocks {
  private RelationBlocks() {}

  /** A row with the block of one relation more. */
  public static float[] with(float[] row, int relation, float[] block) {
    float[] longer = Arrays.copyOf(row, row.length + 1 + block.length);
    longer[row.length] = relation;
    System.arraycopy(block, 0, longer, row.length + 1, block.length);
    return longer;
  }

  /** Takes a block. */
  public interface Reader {
    void read(int relation, float[] block);
  }

  /** Hands all blocks of a row over, copies. */
  public static void forEach(float[] row, int length, Reader reader) {
    for (int from = 0; from + length < row.length; from += length + 1) {
      reader.read((int) row[from], Arrays.copyOfRange(row, from + 1, from + 1 + length));
    }
  }

  /** A relation's block of a row, a copy; empty if there is none. */
  public static Optional<float[]> block(float[] row, int relation, int length) {
    for (int from = 0; from + length < row.length; from += length + 1) {
      if (row[from] == relation) {
        return Optional.of(Arrays.copyOfRange(row, from + 1, from + 1 + length));
      }
    }
    return Optional.empty();
  }
}
