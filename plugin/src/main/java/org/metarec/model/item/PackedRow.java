package org.metarec.model.item;

import java.nio.ByteBuffer;

/**
 * A row of an {@link ItemTable} as it is stored, in half the bytes and without a number that the
 * table does not keep: the vector in numbers of two bytes (binary16 of IEEE 754), then bias, likes
 * and year in four, all with the high byte first.
 */
public final class PackedRow {
  private static final int FLOATS_AFTER_VECTOR = ItemTable.rowLength(0);
  private static final int BYTES_AFTER_VECTOR = FLOATS_AFTER_VECTOR * Float.BYTES;

  private PackedRow() {}

  /** Bytes of a row. */
  public static int length(int width) {
    return width * Short.BYTES + BYTES_AFTER_VECTOR;
  }

  /**
   * The bytes of a row.
   *
   * @param row as {@link ItemTable#row} gives it
   */
  public static byte[] pack(float[] row) {
    int width = row.length - FLOATS_AFTER_VECTOR;
    ByteBuffer bytes = ByteBuffer.allocate(length(width));
    for (int k = 0; k < width; k++) {
      bytes.putShort(HalfFloat.of(row[k]));
    }
    for (int k = width; k < row.length; k++) {
      bytes.putFloat(row[k]);
    }
    return bytes.array();
  }

  /**
   * The row of some bytes.
   *
   * @param packed of a {@link #length}
   */
  public static float[] unpack(byte[] packed) {
    int width = (packed.length - BYTES_AFTER_VECTOR) / Short.BYTES;
    ByteBuffer bytes = ByteBuffer.wrap(packed);
    float[] row = new float[ItemTable.rowLength(width)];
    for (int k = 0; k < width; k++) {
      row[k] = HalfFloat.toFloat(bytes.getShort());
    }
    for (int k = width; k < row.length; k++) {
      row[k] = bytes.getFloat();
    }
    return row;
  }
}
