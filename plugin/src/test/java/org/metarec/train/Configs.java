package org.metarec.train;

import java.lang.reflect.RecordComponent;
import java.util.Arrays;

/** Settings for tests. */
public final class Configs {

  /** Trains a graph of tens of entities in milliseconds. */
  static final RotatEConfig SMALL =
      new RotatEConfig(8, 4, 16, 0.02, 6, 6.0, 1.0, 1.0, 0.2, 2, CorruptionMix.MIXED, 0, 0.3, 42L);

  private Configs() {}

  /** A copy with one component changed. */
  public static RotatEConfig with(RotatEConfig config, String key, Object value) {
    RecordComponent[] components = RotatEConfig.class.getRecordComponents();
    Class<?>[] types =
        Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
    Object[] values = new Object[components.length];
    try {
      for (int i = 0; i < components.length; i++) {
        values[i] =
            components[i].getName().equals(key)
                ? value
                : components[i].getAccessor().invoke(config);
      }
      return RotatEConfig.class.getDeclaredConstructor(types).newInstance(values);
    } catch (ReflectiveOperationException e) {
      throw new IllegalArgumentException(key + " = " + value, e);
    }
  }
}
