package org.metarec.procedure.argument;

import static java.util.stream.Collectors.joining;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.neo4j.graphdb.Entity;
import org.neo4j.graphdb.Node;
import org.neo4j.graphdb.Path;
import org.neo4j.graphdb.Relationship;

/** A value that came in from Cypher: what it can be taken for, and how messages name it. */
public final class CypherValue {
  private static final int LONGEST = 60;

  private CypherValue() {}

  /** The value and its type: "'abc' (a string)", "3.5 (a float)", "a node". */
  static String describe(Object value) {
    boolean saysItsType = value == null || value instanceof Entity || value instanceof Path;
    return saysItsType ? literal(value) : "%s (%s)".formatted(cut(literal(value)), type(value));
  }

  /**
   * The value much as Cypher writes it: "{cardNo: 1000, names: ['a', null]}"; a node is "a node".
   */
  public static String literal(Object value) {
    if (value instanceof String) {
      return "'" + value + "'";
    }
    if (value instanceof List<?> list) {
      return list.stream().map(CypherValue::literal).collect(joining(", ", "[", "]"));
    }
    if (value instanceof Map<?, ?> map) {
      return map.entrySet().stream()
          .map(entry -> entry.getKey() + ": " + literal(entry.getValue()))
          .collect(joining(", ", "{", "}"));
    }
    if (value instanceof Node) {
      return "a node";
    }
    if (value instanceof Relationship) {
      return "a relationship";
    }
    return value instanceof Path ? "a path" : String.valueOf(value);
  }

  private static String type(Object value) {
    if (value instanceof String) {
      return "a string";
    }
    if (value instanceof Boolean) {
      return "a boolean";
    }
    if (value instanceof Long || value instanceof Integer) {
      return "an integer";
    }
    if (value instanceof Number) {
      return "a float";
    }
    if (value instanceof List) {
      return "a list";
    }
    return value instanceof Map ? "a map" : "of type " + value.getClass().getSimpleName();
  }

  private static String cut(String text) {
    return text.length() <= LONGEST ? text : text.substring(0, LONGEST) + "…";
  }

  static <T> Optional<T> cast(Object value, Class<T> type) {
    return type.isInstance(value) ? Optional.of(type.cast(value)) : Optional.empty();
  }

  /** A float without a fraction will do: JavaScript's driver sends every number as one. */
  static Optional<Long> asLong(Object value) {
    return asDouble(value)
        .filter(number -> number == Math.rint(number) && Math.abs(number) <= Long.MAX_VALUE)
        .map(number -> ((Number) value).longValue());
  }

  static Optional<Integer> asInteger(Object value) {
    return asLong(value).filter(number -> number == number.intValue()).map(Long::intValue);
  }

  static Optional<Double> asDouble(Object value) {
    return cast(value, Number.class).map(Number::doubleValue).filter(Double::isFinite);
  }

  /** A list, whatever its elements; null may be among them. */
  static Optional<List<Object>> asList(Object value) {
    return cast(value, List.class).map(list -> new ArrayList<Object>((List<?>) list));
  }

  static Optional<String> asText(Object value) {
    return cast(value, String.class).filter(text -> !text.isBlank());
  }

  static Optional<List<String>> asTexts(Object value) {
    List<?> list = value instanceof List<?> many ? many : List.of(value);
    boolean allTexts = list.stream().allMatch(String.class::isInstance);
    return allTexts
        ? Optional.of(list.stream().map(String.class::cast).toList())
        : Optional.empty();
  }
}
