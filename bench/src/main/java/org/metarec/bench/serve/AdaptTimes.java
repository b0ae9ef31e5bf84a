package org.metarec.bench.serve;

import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.metarec.bench.experiment.Arguments;
import org.metarec.bench.experiment.Experiment;
import org.metarec.bench.experiment.Settings;
import org.metarec.meta.inner.UserAdapter;
import org.metarec.meta.inner.UserClicks;
import org.metarec.model.ServingModel;
import org.metarec.tensor.EngineDevice;
import org.metarec.tensor.EngineStart;
import org.metarec.tensor.meta.BatchAdapter;

/**
 * What adapting costs without the database, in time of the processor: one user at request time, and
 * all users of a batch, user by user and by the tensor program.
 */
public final class AdaptTimes implements Experiment {
  private static final int ITEMS = 100_000;
  private static final int WIDTH = 32;
  private static final int CLICKS_OF_ONE = 20;
  private static final int CLICKS_OF_MANY = 30;

  /** Users that the tensor program takes at once. */
  private static final int BATCH = 500;

  /**
   * @param settings users of the batch (10,000); rounds, of which the first is warm-up (4)
   */
  @Override
  public void run(List<String> arguments, Settings settings) {
    Arguments.refuseAll(arguments);
    int count = settings.whole("users", 10_000);
    int rounds = settings.whole("rounds", 4);
    settings.refuseOthers();
    SplittableRandom random = new SplittableRandom(1);
    ServingModel model = RandomModel.of(ITEMS, WIDTH, random);
    UserAdapter light = new UserAdapter(model);
    System.out.println("one user: " + one(users(count, CLICKS_OF_ONE, random), light));
    List<UserClicks> many = users(count, CLICKS_OF_MANY, random);
    EngineStart.start(Path.of("bench", "target", "engine"));
    EngineDevice cpu = EngineDevice.named("cpu");
    for (int round = 0; round < rounds; round++) {
      long start = processorNanos();
      many.forEach(light::adapt);
      print("user by user", round, start);
      start = processorNanos();
      try (BatchAdapter batched = new BatchAdapter(light, cpu)) {
        for (int from = 0; from < count; from += BATCH) {
          batched.adapt(many.subList(from, Math.min(count, from + BATCH)));
        }
      }
      print("tensor program", round, start);
    }
  }

  /** Of the second half of the users; the first warms up. */
  private static RequestTimes one(List<UserClicks> users, UserAdapter light) {
    long[] nanos = new long[users.size()];
    for (int user = 0; user < nanos.length; user++) {
      long start = processorNanos();
      light.adapt(users.get(user));
      nanos[user] = processorNanos() - start;
    }
    return new RequestTimes(Arrays.copyOfRange(nanos, nanos.length / 2, nanos.length));
  }

  private static List<UserClicks> users(int count, int clicks, SplittableRandom random) {
    return IntStream.range(0, count)
        .mapToObj(user -> new UserClicks(List.of(), RandomModel.clicks(clicks, ITEMS, random)))
        .toList();
  }

  /** Of the calling thread, which does all the work: other load counts less in it. */
  private static long processorNanos() {
    return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
  }

  private static void print(String way, int round, long start) {
    double seconds = (processorNanos() - start) / 1e9;
    System.out.printf(Locale.ROOT, "round %d, %s: %.3f s%n", round, way, seconds);
  }
}
