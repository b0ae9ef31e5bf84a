package org.metarec.tensor;

import ai.djl.engine.Engine;
import java.nio.file.Path;
import java.util.Map;

/**
 * Brings up the tensor engine once. DJL finds its engine and natives through the context class
 * loader of the thread that touches it first, and a failed first touch poisons it for the life of
 * the JVM; inside a Neo4j server that loader is the server's, which need not know the plugin.
 */
public final class EngineStart {
  private static boolean started;

  private EngineStart() {}

  /**
   * Starts the engine; does nothing where it has started. A setting that the administrator made is
   * kept.
   *
   * @param cacheFolder where natives are unpacked, under Neo4j's data directory
   * @throws org.metarec.PlatformException if the natives at hand are for another platform
   */
  public static synchronized void start(Path cacheFolder) {
    if (started) {
      return;
    }
    Map<String, String> settings =
        Map.of(
            "ENGINE_CACHE_DIR", cacheFolder.toString(),
            "DJL_CACHE_DIR", cacheFolder.toString(),
            "ai.djl.offline", "true",
            "OPT_OUT_TRACKING", "true",
            // one thread: the same sums in the same order, whatever the machine does besides
            "ai.djl.pytorch.num_threads", "1",
            "ai.djl.pytorch.num_interop_threads", "1");
    settings.forEach(
        (key, value) -> {
          if (System.getProperty(key) == null) {
            System.setProperty(key, value);
          }
        });
    Thread thread = Thread.currentThread();
    ClassLoader before = thread.getContextClassLoader();
    thread.setContextClassLoader(EngineStart.class.getClassLoader());
    try {
      NativePlatform.requireIn(EngineStart.class.getClassLoader());
      Engine.getInstance();
      started = true;
    } finally {
      thread.setContextClassLoader(before);
    }
  }
}
