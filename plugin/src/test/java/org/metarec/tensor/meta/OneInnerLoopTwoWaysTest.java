package org.metarec.tensor.meta;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.NDManager;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.metarec.meta.config.MetaConfig;
import org.metarec.meta.config.ModelPart;
import org.metarec.meta.inner.ItemMoments;
import org.metarec.meta.inner.SupportSet;
import org.metarec.meta.inner.UserAdapter;
import org.metarec.meta.inner.UserClicks;
import org.metarec.model.ServingModel;
import org.metarec.model.item.ItemTable;
import org.metarec.model.taste.InnerSolver;
import org.metarec.model.taste.Prior;
import org.metarec.model.taste.PriorPart;
import org.metarec.model.taste.PriorShape;
import org.metarec.model.taste.TasteModel;
import org.metarec.model.taste.UserWeights;
import org.metarec.path.Links;
import org.metarec.path.PathIndex;
import org.metarec.path.ProfileLifts;
import org.metarec.tensor.EngineDevice;
import org.metarec.testing.LearnedExample;
import org.metarec.testing.TasteGraph;
import org.metarec.triple.Progress;

/** Plain Java and the tensor program are two implementations of one inner loop. */
class OneInnerLoopTwoWaysTest {
  /** A prime, so that steps of any length lead through all. */
  private static final int FILMS = 641;

  private static final Offset<Float> CLOSE = within(1e-4f);

  private static final List<Integer> HISTORIES = List.of(0, 1, 2, 3, 5, 7, 60, SupportSet.LATEST);

  private static Stream<Arguments> learners() {
    return Arrays.stream(InnerSolver.values())
        .flatMap(
            head ->
                Stream.of(Set.of(), Set.of(ModelPart.PATHS), Set.of(ModelPart.GRU))
                    .map(without -> Arguments.of(head, without)));
  }

  @ParameterizedTest(name = "{0} without {1}")
  @MethodSource("learners")
  void bothWaysReachTheSameWeights(InnerSolver head, Set<ModelPart> without) {
    ServingModel model = model(head, without);
    List<UserClicks> users = HISTORIES.stream().map(OneInnerLoopTwoWaysTest::user).toList();

    UserAdapter single = new UserAdapter(model);
    List<UserWeights> batched;
    float[] ofProgram;
    try (var batch = new BatchAdapter(single, EngineDevice.named("cpu"))) {
      batched = batch.adapt(users);
      ofProgram = ofProgram(batch, users);
    }
    assertThat(countEqual(batched, ofProgram))
        .as("users who are not left to the other way")
        .isGreaterThan(users.size() / 2);

    for (int i = 0; i < users.size(); i++) {
      UserWeights alone = single.adapt(users.get(i));
      assertThat(batched.get(i).values()).containsExactly(alone.values(), within(1e-4f));
      assertThat(batched.get(i).lossAfter())
          .isCloseTo(alone.lossAfter(), within(1e-5 * (1 + alone.lossAfter())));
    }
  }

  @Test
  void whatRaisesNewItemsMovesNoWeights() {
    ServingModel model = model(InnerSolver.STEPS, Set.of());
    List<UserClicks> users = HISTORIES.stream().map(OneInnerLoopTwoWaysTest::user).toList();

    assertThat(weights(raised(model, 1.5f), users)).containsExactly(weights(model, users), CLOSE);
  }

  private static float[] ofProgram(BatchAdapter batch, List<UserClicks> users) {
    try (NDManager scratch = EngineDevice.named("cpu").newManager()) {
      return batch.walk(users, scratch).weights().toFloatArray();
    }
  }

  /** Of all users by the one way, then of each by the other. */
  private static float[] weights(ServingModel model, List<UserClicks> users) {
    UserAdapter single = new UserAdapter(model);
    try (var batch = new BatchAdapter(single, EngineDevice.named("cpu"))) {
      float[] ofProgram = ofProgram(batch, users);
      float[] all = Arrays.copyOf(ofProgram, 2 * ofProgram.length);
      int length = ofProgram.length / users.size();
      for (int i = 0; i < users.size(); i++) {
        float[] own = single.adapt(users.get(i)).values();
        System.arraycopy(own, 0, all, ofProgram.length + i * length, length);
      }
      return all;
    }
  }

  private static ServingModel raised(ServingModel model, float by) {
    TasteModel taste = model.taste();
    ItemTable films = new ItemTable(taste.items().width(), FILMS);
    for (int film = 0; film < FILMS; film++) {
      float[] row = taste.items().row(film);
      row[films.width()] += taste.items().isNew(film) ? by : 0;
      films.setRow(film, row);
    }
    float[] levels = taste.prior().part(PriorPart.NEW_ITEM_LEVEL).clone();
    levels[0] += by;
    levels[1] += by;
    Prior prior = taste.prior().with(PriorPart.NEW_ITEM_LEVEL, levels);
    return new ServingModel(
        new TasteModel(prior, films, taste.userValues(), taste.ratings()),
        model.paths(),
        model.lifts());
  }

  private static long countEqual(List<UserWeights> users, float[] weights) {
    int length = weights.length / users.size();
    return IntStream.range(0, users.size())
        .filter(
            user -> {
              float[] own = Arrays.copyOfRange(weights, user * length, (user + 1) * length);
              return Arrays.equals(own, users.get(user).values());
            })
        .count();
  }

  /** A learned prior, with more films than it was learned from, as if they had come since. */
  private static ServingModel model(InnerSolver head, Set<ModelPart> without) {
    MetaConfig config = new MetaConfig(12, 16, 1e-2, 0.1, 5, head, without, 1);
    TasteModel learned = LearnedExample.learn(LearnedExample.INPUT, config).taste();
    ItemTable films = new ItemTable(learned.items().width(), FILMS);
    PathIndex.Builder paths = new PathIndex.Builder(FILMS, FILMS, 2, 1);
    for (int film = 0; film < FILMS; film++) {
      films.setRow(film, learned.items().row(film % TasteGraph.FILMS));
      paths.link(0, film, FILMS + TasteGraph.directorOf(film), film);
      paths.link(1, film, FILMS + TasteGraph.DIRECTORS + film % TasteGraph.GENRES, FILMS + film);
      paths.link(2, film, FILMS + 2 * TasteGraph.DIRECTORS + film % 2, Links.NO_HANDLE);
    }
    TasteGraph.linkSequels(paths);
    Prior prior =
        learned
            .prior()
            .with(
                PriorPart.ITEM_MOMENTS,
                ItemMoments.of(films, IntStream.range(0, FILMS).toArray(), Progress.NONE));
    TasteModel taste = new TasteModel(prior, films, learned.userValues(), learned.ratings());
    PathIndex fading = paths.build().fading(new float[] {0.9f, 0.5f, 0.7f, 0.8f});
    return new ServingModel(taste, fading, lifts(taste.prior().shape()));
  }

  private static ProfileLifts lifts(PriorShape shape) {
    SplittableRandom random = new SplittableRandom(8);
    ProfileLifts.Builder lifts =
        new ProfileLifts.Builder(shape.profileRelations(), shape.userValues());
    for (int relation = 0; relation < shape.profileRelations(); relation++) {
      int attribute = FILMS + relation * TasteGraph.DIRECTORS;
      lifts.add(relation, 0, attribute, (float) random.nextGaussian());
      lifts.add(relation, 1, attribute + 1, (float) random.nextGaussian());
    }
    return lifts.build();
  }

  /** First all films of one director, then of the next: clicks, and ratings from 1 to 5. */
  private static UserClicks user(int clicks) {
    int[] items = IntStream.range(0, clicks).map(i -> i * TasteGraph.DIRECTORS % FILMS).toArray();
    float[] ratings = new float[clicks];
    for (int i = 0; i < clicks; i++) {
      ratings[i] = i % 3 == 0 ? Float.NaN : 1 + i % 5;
    }
    double[] times = IntStream.range(0, clicks).asDoubleStream().toArray();
    return new UserClicks(List.of(clicks % 2), new SupportSet(items, ratings, times));
  }
}
