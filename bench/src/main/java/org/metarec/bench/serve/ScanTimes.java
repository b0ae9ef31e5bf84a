package org.metarec.bench.serve;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.metarec.bench.experiment.Experiment;
import org.metarec.bench.experiment.Settings;
import org.metarec.meta.inner.SupportSet;
import org.metarec.meta.inner.UserAdapter;
import org.metarec.meta.inner.UserClicks;
import org.metarec.model.ServingModel;
import org.metarec.recommend.RecommendConfig;
import org.metarec.recommend.Recommender;
import org.metarec.recommend.ScanSpaces;
import org.metarec.recommend.TieOrder;
import org.metarec.recommend.UserScorer;
import org.metarec.triple.Progress;

/**
 * What an answer costs without the database: adapting a user of 20 clicks, scoring all items,
 * choosing the best ten, and three connections to each.
 */
public final class ScanTimes implements Experiment {
  private static final int CLICKS = 20;

  /**
   * @param arguments numbers of items
   * @param settings width of the items' vectors (32); requests, of which half are warm-up; lifts of
   *     each relation and each of four values of a user's features (0: users have none)
   */
  @Override
  public void run(List<String> arguments, Settings settings) {
    int width = settings.whole("width", 32);
    int requests = settings.whole("requests", 200);
    int lifts = settings.whole("lifts", 0);
    List<Integer> values = lifts == 0 ? List.of() : RandomModel.USER_VALUES;
    settings.refuseOthers();
    for (String items : arguments.isEmpty() ? List.of("100000", "1000000") : arguments) {
      SplittableRandom random = new SplittableRandom(1);
      ServingModel model = RandomModel.of(Integer.parseInt(items), width, lifts, random);
      UserAdapter adapter = new UserAdapter(model);
      TieOrder ties = new TieOrder(List.of(model.itemCount()), Comparator.naturalOrder());
      Recommender recommender = new Recommender(model, new ScanSpaces(), ties, Progress.NONE);
      long[] nanos = new long[requests];
      for (int i = 0; i < requests; i++) {
        UserClicks user =
            new UserClicks(values, RandomModel.clicks(CLICKS, model.itemCount(), random));
        long start = System.nanoTime();
        answer(model, adapter, recommender, user);
        nanos[i] = System.nanoTime() - start;
      }
      long[] measured = Arrays.copyOfRange(nanos, requests / 2, requests);
      System.out.printf("%s items of %d: %s%n", items, width, new RequestTimes(measured));
    }
  }

  private static void answer(
      ServingModel model, UserAdapter adapter, Recommender recommender, UserClicks user) {
    SupportSet clicks = user.support();
    float[] weights = adapter.adapt(user).values();
    int[] seen = new int[clicks.size()];
    Arrays.setAll(seen, clicks::item);
    UserScorer scorer = new UserScorer(model, user, weights, List.of());
    recommender.recommend(scorer, seen, Optional.empty(), RecommendConfig.DEFAULTS);
  }
}
