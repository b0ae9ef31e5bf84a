package org.metarec.testing;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.List;
import java.util.function.UnaryOperator;
import org.neo4j.graphdb.GraphDatabaseService;
import org.neo4j.graphdb.ResourceIterable;
import org.neo4j.graphdb.ResourceIterator;
import org.neo4j.graphdb.Result;
import org.neo4j.graphdb.Transaction;

/** Neo4j with something that happens meanwhile: what is watched does all that it did. */
public final class Watched {
  private Watched() {}

  /** Hears of a call before it is made. */
  @FunctionalInterface
  public interface Watcher {
    void calls(String method, List<Object> arguments);
  }

  /**
   * Something whose callers are watched, as they are where they step through what it finds; not
   * through a stream of it, nor a {@link Result}.
   *
   * @param type an interface of it
   */
  public static <T> T by(Watcher watcher, Class<T> type, T watched) {
    return by(watcher, type, watched, result -> found(watcher, result));
  }

  private static Object found(Watcher watcher, Object result) {
    if (result instanceof ResourceIterable<?> all) {
      return by(watcher, ResourceIterable.class, all);
    }
    return result instanceof ResourceIterator<?> one && !(result instanceof Result)
        ? by(watcher, ResourceIterator.class, one)
        : result;
  }

  /** A database whose transactions are watched, and it is not. */
  public static GraphDatabaseService transactionsBy(
      Watcher watcher, GraphDatabaseService database) {
    return by(
        (method, arguments) -> {},
        GraphDatabaseService.class,
        database,
        result -> result instanceof Transaction tx ? by(watcher, Transaction.class, tx) : result);
  }

  private static <T> T by(
      Watcher watcher, Class<T> type, T watched, UnaryOperator<Object> results) {
    return type.cast(
        Proxy.newProxyInstance(
            type.getClassLoader(),
            new Class<?>[] {type},
            (proxy, method, arguments) -> {
              watcher.calls(method.getName(), arguments == null ? List.of() : List.of(arguments));
              try {
                return results.apply(method.invoke(watched, arguments));
              } catch (InvocationTargetException e) {
                throw e.getCause();
              }
            }));
  }
}
