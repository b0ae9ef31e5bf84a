package org.metarec.testing;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.List;

/** Neo4j with something that happens meanwhile: what is watched does all that it did. */
public final class Watched {
  private Watched() {}

  /** Hears of a call before it is made. */
  @FunctionalInterface
  public interface Watcher {
    void calls(String method, List<Object> arguments);
  }

  /**
   * Something whose callers are watched.
   *
   * @param type an interface of it
   */
  public static <T> T by(Watcher watcher, Class<T> type, T watched) {
    return type.cast(
        Proxy.newProxyInstance(
            type.getClassLoader(),
            new Class<?>[] {type},
            (proxy, method, arguments) -> {
              watcher.calls(method.getName(), arguments == null ? List.of() : List.of(arguments));
              try {
                return method.invoke(watched, arguments);
              } catch (InvocationTargetException e) {
                throw e.getCause();
              }
            }));
  }
}
