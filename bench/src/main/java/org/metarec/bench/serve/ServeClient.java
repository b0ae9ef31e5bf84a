package org.metarec.bench.serve;

import com.google.common.primitives.Longs;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.neo4j.driver.Driver;
import org.neo4j.driver.Session;

/** Asks over Bolt, for one random user after the other; every route for the same users. */
final class ServeClient {
  /** A route that takes seconds is warm, and measured, after so many requests. */
  private static final int LEAST_REQUESTS = 5;

  private final SplittableRandom films = new SplittableRandom(4);
  private final Driver driver;
  private final FilmGraph graph;

  ServeClient(Driver driver, FilmGraph graph) {
    this.driver = driver;
    this.graph = graph;
  }

  /** One request, in nanoseconds. */
  long request(ServeRoute route) {
    return request(route, new SplittableRandom(0));
  }

  private long request(ServeRoute route, SplittableRandom random) {
    String user = "u" + random.nextInt(graph.users());
    route
        .before()
        .ifPresent(before -> run(before, Map.of("film", "m" + films.nextInt(graph.films()))));
    long start = System.nanoTime();
    int rows = run(route.query(), Map.of("user", user));
    long nanos = System.nanoTime() - start;
    if (rows == 0) {
      throw new IllegalStateException("%s found nothing for %s".formatted(route.name(), user));
    }
    return nanos;
  }

  private int run(String query, Map<String, Object> parameters) {
    try (Session session = driver.session()) {
      return session.run(query, parameters).list().size();
    }
  }

  /** Warms a route up, then measures it, each for so many seconds. */
  RequestTimes measure(ServeRoute route, int seconds) {
    requests(route, seconds, 1);
    return new RequestTimes(Longs.toArray(requests(route, seconds, 2)));
  }

  private List<Long> requests(ServeRoute route, int seconds, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(seconds);
    List<Long> nanos = new ArrayList<>();
    while (nanos.size() < LEAST_REQUESTS || System.nanoTime() < end) {
      nanos.add(request(route, random));
    }
    return nanos;
  }

  /** Requests a second that several clients get answered together. */
  double throughput(ServeRoute route, int clients, int seconds) throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(clients);
    try {
      List<Callable<Integer>> tasks = new ArrayList<>();
      for (int i = 0; i < clients; i++) {
        long seed = 10L + i;
        tasks.add(() -> requests(route, seconds, seed).size());
      }
      long start = System.nanoTime();
      int count = 0;
      for (Future<Integer> done : threads.invokeAll(tasks)) {
        count += done.get();
      }
      return count * 1e9 / (System.nanoTime() - start);
    } finally {
      threads.shutdown();
    }
  }
}
