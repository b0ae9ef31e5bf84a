package org.metarec.model.item;

/**
 * Numbers in half the length of a {@code float}: binary16 of IEEE 754, 11 significant bits, up to
 * 65,504. A number from 2⁻¹⁴ on is off by at most 2⁻¹¹ of itself, a smaller one by 2⁻²⁵. (JDK 20
 * has this in {@code Float}.)
 */
final class HalfFloat {
  private static final int SIGN = 0x8000;
  private static final short NONE = 0x7e00;
  private static final int INFINITE = 0x7c00;

  /** Bits that the mantissa of a {@code float} has more. */
  private static final int SHIFT = 13;

  /** 2 to the difference of the exponent biases, 127 − 15. */
  private static final float FROM_HALF = 0x1p112f;

  private HalfFloat() {}

  /** The nearest; infinite where that is beyond 65,504. */
  static short of(float value) {
    if (Float.isNaN(value)) {
      return NONE;
    }
    int bits = Float.floatToRawIntBits(Math.abs(value) / FROM_HALF);
    int rounded = Math.min(INFINITE, (bits + (1 << (SHIFT - 1))) >> SHIFT);
    return (short) (value < 0 ? rounded | SIGN : rounded);
  }

  static float toFloat(short half) {
    int bits = half & ~SIGN & 0xFFFF;
    float value =
        bits < INFINITE
            ? Float.intBitsToFloat(bits << SHIFT) * FROM_HALF
            : Float.intBitsToFloat(bits << SHIFT | 0x7f80_0000);
    int sign = (half & SIGN) << Short.SIZE;
    return Float.intBitsToFloat(Float.floatToRawIntBits(value) | sign); // without a jump
  }
}
