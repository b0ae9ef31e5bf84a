package org.metarec.bench;

import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.Map;
import org.metarec.train.RotatEConfig;

/** The settings of RotatE that a command line gives. */
final class RotatESettings {
  private RotatESettings() {}

  /** Some settings, changed where others are given under the name of a component. */
  static RotatEConfig changed(RotatEConfig settings, Map<String, Object> given) {
    RecordComponent[] components = RotatEConfig.class.getRecordComponents();
    Class<?>[] types =
        Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
    Object[] values = new Object[components.length];
    try {
      for (int i = 0; i < components.length; i++) {
        Object before = components[i].getAccessor().invoke(settings);
        Object value = given.getOrDefault(components[i].getName(), before);
        values[i] = value instanceof Number number ? as(types[i], number) : value;
      }
      return RotatEConfig.class.getDeclaredConstructor(types).newInstance(values);
    } catch (ReflectiveOperationException e) {
      throw new IllegalArgumentException("settings " + given, e);
    }
  }

  private static Object as(Class<?> type, Number number) {
    if (type == int.class) {
      return number.intValue();
    }
    return type == long.class ? (Object) number.longValue() : (Object) number.doubleValue();
  }
}
