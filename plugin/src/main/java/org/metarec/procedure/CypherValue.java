package org.metarec.procedure;

import java.util.List;
import java.util.Map;
import org.neo4j.graphdb.Node;
import org.neo4j.graphdb.Path;
import org.neo4j.graphdb.Relationship;

/** How a value that came in from Cypher is named in messages. */
final class CypherValue {
  private static final int LONGEST = 60;

  private CypherValue() {}

  /** The value and its type: "'abc' (a string)", "3.5 (a float)", "a node". */
  static String describe(Object value) {
    if (value == null) {
      return "null";
    }
    if (value instanceof Node) {
      return "a node";
    }
    if (value instanceof Relationship) {
      return "a relationship";
    }
    if (value instanceof Path) {
      return "a path";
    }
    return "%s (%s)".formatted(cut(literal(value)), type(value));
  }

  private static String literal(Object value) {
    return value instanceof String ? "'" + value + "'" : String.valueOf(value);
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
}
