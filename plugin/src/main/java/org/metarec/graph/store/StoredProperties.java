package org.metarec.graph.store;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.metarec.ModelFormatException;
import org.neo4j.graphdb.Node;

/**
 * The properties of a model node with their types. Where one is missing or of another type, the
 * message says which, and how to get a whole model again.
 */
final class StoredProperties {
  private final Node node;
  private final String modelName;

  StoredProperties(Node node) {
    this.node = node;
    this.modelName = String.valueOf(node.getProperty(ModelNodeFormat.NAME, "without a name"));
  }

  String text(String key) {
    return required(key, String.class);
  }

  List<String> texts(String key) {
    return List.of(required(key, String[].class));
  }

  long number(String key) {
    return required(key, Number.class).longValue();
  }

  /**
   * @param length what this version writes
   */
  double[] numbers(String key, int length) {
    double[] values = required(key, double[].class);
    requireLength(key, values.length, length);
    return values;
  }

  /**
   * @param length what the rest of the model asks for
   */
  float[] floats(String key, int length) {
    float[] values = required(key, float[].class);
    requireLength(key, values.length, length);
    return values;
  }

  /**
   * @param length what the rest of the model asks for
   */
  int[] integers(String key, int length) {
    int[] values = required(key, int[].class);
    requireLength(key, values.length, length);
    return values;
  }

  private void requireLength(String key, int found, int length) {
    if (found != length) {
      throw damaged("has %d numbers in '%s', expected %d".formatted(found, key, length));
    }
  }

  <T> T required(String key, Class<T> type) {
    Object value = node.getProperty(key, null);
    if (!type.isInstance(value)) {
      throw damaged(other(value, key, type));
    }
    return type.cast(value);
  }

  /** What a property holds instead of a value of some type, in words. */
  static String other(Object found, String key, Class<?> expected) {
    return "has %s in '%s', expected %s"
        .formatted(
            found == null ? "nothing" : found.getClass().getSimpleName(),
            key,
            expected.getSimpleName());
  }

  /** What is read of the properties; if it refuses a value, that is damage, too. */
  <T> T reading(Supplier<T> reader) {
    try {
      return reader.get();
    } catch (IllegalArgumentException | ClassCastException | IndexOutOfBoundsException refused) {
      throw damaged("cannot be read: " + refused.getMessage());
    }
  }

  ModelFormatException damaged(String how) {
    return damaged(modelName, how);
  }

  /** An error that says what is wrong with a model's node. */
  static ModelFormatException damaged(String modelName, String how) {
    return new ModelFormatException(
        "model '%s' %s; train it again with %s or remove it with CALL metarec.model.drop('%s')",
        modelName, how, MissingModel.training(modelName), modelName);
  }

  /**
   * The same of a row of some other node.
   *
   * @param expected in words
   */
  static ModelFormatException damagedRow(
      String modelName, String property, Node node, Object found, String expected) {
    return damaged(
        modelName,
        "has %s in '%s' of node %s, expected %s"
            .formatted(inWords(found), property, node.getElementId(), expected));
  }

  private static String inWords(Object row) {
    if (row instanceof float[] numbers) {
      return numbers.length + " numbers";
    }
    return row instanceof byte[] bytes
        ? bytes.length + " bytes"
        : "a value of type " + row.getClass().getSimpleName();
  }

  /** All properties whose names begin with a prefix, without it. */
  Map<String, Object> prefixed(String prefix) {
    Map<String, Object> values = new LinkedHashMap<>();
    for (String key : node.getPropertyKeys()) { // not all their values: arrays of megabytes
      if (key.startsWith(prefix)) {
        values.put(key.substring(prefix.length()), unpacked(node.getProperty(key)));
      }
    }
    return values;
  }

  private static Object unpacked(Object value) {
    return value instanceof String[] texts ? List.of(texts) : value;
  }

  /**
   * What a property can hold: a list becomes an array of text, what has no type of its own text.
   */
  static Object packed(Object value) {
    if (value instanceof Collection<?> elements) {
      return elements.stream().map(String::valueOf).toArray(String[]::new);
    }
    return value instanceof Number || value instanceof Boolean ? value : String.valueOf(value);
  }
}
