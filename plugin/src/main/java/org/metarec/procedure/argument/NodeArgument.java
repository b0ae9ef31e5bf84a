package org.metarec.procedure.argument;

import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.metarec.InvalidConfigException;
import org.neo4j.graphdb.Path;
import org.neo4j.graphdb.Relationship;

/** An argument of type ANY that stands for nodes: each is a node or the value of its key. */
public final class NodeArgument {
  private NodeArgument() {}

  /**
   * Checks an argument that stands for one node.
   *
   * @throws InvalidConfigException if it is null, a list, a map, a relationship or a path
   */
  public static Object one(String name, Object value) {
    var problems = new InvalidConfigException.Problems();
    check(() -> name, value, "must be a node or the value of its key", problems);
    problems.throwIfAny();
    return value;
  }

  /**
   * Checks an argument that stands for several nodes: a list, or a single one.
   *
   * @throws InvalidConfigException lists each element that can be no node
   */
  public static List<Object> many(String name, Object value) {
    var problems = new InvalidConfigException.Problems();
    if (!(value instanceof List<?> elements)) {
      check(() -> name, value, "must be a list of nodes or of the values of their keys", problems);
      problems.throwIfAny();
      return List.of(value);
    }
    for (int i = 0; i < elements.size(); i++) {
      int place = i;
      check(
          () -> "%s[%d]".formatted(name, place),
          elements.get(i),
          "must be a node or the value of its key",
          problems);
    }
    problems.throwIfAny();
    return List.copyOf(elements);
  }

  /** There may be 100,000 of them: a name is made where there is something to say. */
  private static void check(
      Supplier<String> name,
      Object value,
      String expected,
      InvalidConfigException.Problems problems) {
    boolean possible =
        value != null
            && !(value instanceof List)
            && !(value instanceof Map)
            && !(value instanceof Relationship)
            && !(value instanceof Path);
    if (!possible) {
      String wayOut = value instanceof List ? "; if its key is a list, pass the node itself" : "";
      problems.add("%s is %s but %s", name.get(), CypherValue.describe(value), expected + wayOut);
    }
  }
}
