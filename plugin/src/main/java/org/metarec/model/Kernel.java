package org.metarec.model;

import java.lang.reflect.Constructor;
import java.util.Optional;

/** The implementations of {@link RowKernel}. */
public enum Kernel {

  /** Plain loops, which JDK 17 vectorises in part. */
  PLAIN {
    @Override
    public boolean isAvailable() {
      return true;
    }

    @Override
    public RowKernel rows(int length) {
      return new PlainRowKernel(length);
    }
  },

  /** The Vector API, where the JVM was started with {@code --add-modules jdk.incubator.vector}. */
  VECTOR {
    @Override
    public boolean isAvailable() {
      return VECTOR_ROWS.isPresent();
    }

    @Override
    public RowKernel rows(int length) {
      try {
        return VECTOR_ROWS.orElseThrow().newInstance();
      } catch (ReflectiveOperationException e) {
        throw new IllegalStateException(e);
      }
    }
  };

  private static final String MODULE = "jdk.incubator.vector";
  private static final Optional<Constructor<? extends RowKernel>> VECTOR_ROWS = vectorRows();

  /** Whether this JVM can run it. */
  public abstract boolean isAvailable();

  /**
   * One for each thread.
   *
   * @param length of all arrays it is given: d for rows of d complex numbers, the width for the
   *     rows of a table
   */
  public abstract RowKernel rows(int length);

  /** The Vector API if it is there. */
  public static Kernel fastest() {
    return VECTOR.isAvailable() ? VECTOR : PLAIN;
  }

  /** By name: a class that extends the incubator's cannot be loaded where its module is not. */
  private static Optional<Constructor<? extends RowKernel>> vectorRows() {
    if (ModuleLayer.boot().findModule(MODULE).isEmpty()) {
      return Optional.empty();
    }
    try {
      return Optional.of(
          Class.forName("org.metarec.model.VectorRowKernel")
              .asSubclass(RowKernel.class)
              .getDeclaredConstructor());
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }
}
