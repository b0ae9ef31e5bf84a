package org.metarec.model.kernel;

import java.lang.reflect.Constructor;
import java.util.Optional;

/** The implementations of {@link RowKernel} and {@link ScanKernel}. */
public enum Kernel {

  /** Plain loops, which JDK 17 vectorises in part. */
  PLAIN {
    @Override
    boolean isAvailable() {
      return true;
    }

    @Override
    public RowKernel rows(int length) {
      return new PlainRowKernel(length);
    }

    @Override
    public ScanKernel scan() {
      return new PlainScanKernel();
    }
  },

  /** The Vector API, where the JVM was started with {@code --add-modules jdk.incubator.vector}. */
  VECTOR {
    @Override
    boolean isAvailable() {
      return VECTOR_ROWS.isPresent();
    }

    @Override
    public RowKernel rows(int length) {
      return made(VECTOR_ROWS);
    }

    @Override
    public ScanKernel scan() {
      return made(VECTOR_SCAN);
    }
  };

  private static final String MODULE = "jdk.incubator.vector";
  private static final Optional<Constructor<? extends RowKernel>> VECTOR_ROWS =
      found("VectorRowKernel", RowKernel.class);
  private static final Optional<Constructor<? extends ScanKernel>> VECTOR_SCAN =
      found("VectorScanKernel", ScanKernel.class);

  /** Whether this JVM can run it. */
  abstract boolean isAvailable();

  /**
   * One for each thread.
   *
   * @param length of all arrays it is given: d for rows of d complex numbers, the width for the
   *     rows of a table
   */
  public abstract RowKernel rows(int length);

  public abstract ScanKernel scan();

  /** The Vector API if it is there. */
  public static Kernel fastest() {
    return VECTOR.isAvailable() ? VECTOR : PLAIN;
  }

  /** By name: a class that extends the incubator's cannot be loaded where its module is not. */
  private static <T> Optional<Constructor<? extends T>> found(String name, Class<T> type) {
    if (ModuleLayer.boot().findModule(MODULE).isEmpty()) {
      return Optional.empty();
    }
    try {
      return Optional.of(
          Class.forName(Kernel.class.getPackageName() + "." + name)
              .asSubclass(type)
              .getDeclaredConstructor());
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }

  private static <T> T made(Optional<Constructor<? extends T>> constructor) {
    try {
      return constructor.orElseThrow().newInstance();
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }
}
