package org.metarec.bench;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import org.metarec.meta.LightPath;
import org.metarec.meta.SupportSet;
import org.metarec.meta.UserClicks;
import org.metarec.model.Head;
import org.metarec.model.ItemTable;
import org.metarec.model.Prior;
import org.metarec.model.PriorPart;
import org.metarec.model.PriorShape;
import org.metarec.model.RatingScale;
import org.metarec.model.ServingModel;
import org.metarec.model.TasteModel;
import org.metarec.recommend.RecommendConfig;
import org.metarec.recommend.Recommender;
import org.metarec.recommend.ScanSpaces;
import org.metarec.recommend.UserScorer;

/**
 * What an answer costs without the database, in time of the processor, so that other load counts
 * less: adapting a user of 20 clicks, scoring all items, choosing the best ten, and three
 * connections to each. Items of the shape of {@link FilmGraph}, all numbers random.
 */
final class ScanExperiment implements Bench.Experiment {
  private static final int CLICKS = 20;
  private static final int PATH_RELATIONS = 3;

  /**
   * @param arguments numbers of items
   * @param settings width of the items' vectors (32); requests, of which half are warm-up
   */
  @Override
  public void run(List<String> arguments, Map<String, Object> settings) {
    int width = ((Number) settings.getOrDefault("width", 32L)).intValue();
    int requests = ((Number) settings.getOrDefault("requests", 200L)).intValue();
    ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    for (String items : arguments.isEmpty() ? List.of("100000", "1000000") : arguments) {
      SplittableRandom random = new SplittableRandom(1);
      ServingModel model = model(Integer.parseInt(items), width, random);
      LightPath lightPath = new LightPath(model);
      Recommender recommender = new Recommender(model, new ScanSpaces());
      long[] nanos = new long[requests];
      for (int i = 0; i < requests; i++) {
        SupportSet clicks = clicks(model.itemCount(), random);
        long start = threads.getCurrentThreadCpuTime();
        answer(model, lightPath, recommender, clicks);
        nanos[i] = threads.getCurrentThreadCpuTime() - start;
      }
      long[] measured = Arrays.copyOfRange(nanos, requests / 2, requests);
      System.out.printf("%s items of %d: %s%n", items, width, new RequestTimes(measured));
    }
  }

  private static void answer(
      ServingModel model, LightPath lightPath, Recommender recommender, SupportSet clicks) {
    float[] weights = lightPath.adapt(new UserClicks(List.of(), clicks, 1)).values();
    int[] seen = new int[clicks.size()];
    Arrays.setAll(seen, clicks::item);
    recommender.recommend(
        new UserScorer(model, clicks, weights), seen, Optional.empty(), RecommendConfig.DEFAULTS);
  }

  private static SupportSet clicks(int items, SplittableRandom random) {
    int[] clicked = random.ints(0, items).distinct().limit(CLICKS).toArray();
    float[] ratings = new float[CLICKS];
    Arrays.fill(ratings, Float.NaN);
    return new SupportSet(clicked, ratings);
  }

  private static ServingModel model(int items, int width, SplittableRandom random) {
    PriorShape shape =
        new PriorShape(1, width, PATH_RELATIONS, PATH_RELATIONS, 0, 5, Head.STEPS, 0, 0);
    Map<PriorPart, float[]> parts = new EnumMap<>(PriorPart.class);
    for (PriorPart part : PriorPart.values()) {
      parts.put(part, floats(part.length(shape), random));
    }
    Arrays.fill(parts.get(PriorPart.STEP_RATE), -2.3f); // ln .1
    ItemTable table = new ItemTable(width, items);
    for (int item = 0; item < items; item++) {
      float[] row = floats(ItemTable.rowLength(width), random);
      row[width + 2] = 1; // known
      table.setRow(item, row);
    }
    TasteModel taste = new TasteModel(new Prior(shape, parts), table, List.of(), RatingScale.NONE);
    return new ServingModel(taste, FilmGraph.paths(items, random), 1);
  }

  private static float[] floats(int count, SplittableRandom random) {
    float[] values = new float[count];
    for (int i = 0; i < count; i++) {
      values[i] = (float) random.nextDouble(-1, 1);
    }
    return values;
  }
}
