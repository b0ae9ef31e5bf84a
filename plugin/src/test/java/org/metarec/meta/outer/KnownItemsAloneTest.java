package org.metarec.meta.outer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.metarec.meta.config.MetaConfig;
import org.metarec.meta.feature.ItemFeatures;
import org.metarec.meta.inner.SupportSet;
import org.metarec.meta.input.LearningInput;
import org.metarec.meta.item.NewItemRows;
import org.metarec.meta.popularity.PopularityFeatures;
import org.metarec.meta.task.TaskRows;
import org.metarec.meta.task.UserTask;
import org.metarec.model.embedding.EntityTable;
import org.metarec.model.taste.InnerSolver;
import org.metarec.model.taste.PriorShape;
import org.metarec.model.taste.TasteModel;
import org.metarec.path.Links;
import org.metarec.path.PathIndex;
import org.metarec.testing.Clicks;
import org.metarec.testing.ClicksAlone;
import org.metarec.testing.LearnedExample;
import org.metarec.triple.NodeFeatures;
import org.metarec.triple.Progress;
import org.metarec.triple.Relation;
import org.metarec.triple.Triples;
import org.metarec.triple.time.ItemTimes;
import org.metarec.triple.time.UnreadInteractions;

/**
 * What nearly none but items with interactions have may have been made of these, and no new item
 * can have it: an item that is taken for new is as in a graph without it.
 */
class KnownItemsAloneTest {
  private static final int FILMS = 40;
  private static final int KNOWN = 28;
  private static final int USERS = 20;
  private static final int CLICKS = 6;
  private static final int DIRECTORS = 5;
  private static final int COMMUNITIES = 3;
  private static final PriorShape SHAPE =
      new PriorShape(2, 32, 3, 3, true, 2, 1, InnerSolver.STEPS, 0, PopularityFeatures.length(3));

  /**
   * Directors, then what leads from a film to the next that the same users clicked, then
   * communities of such films, which are attributes.
   *
   * @param linked films below have the latter two
   */
  private static PathIndex paths(int linked) {
    PathIndex.Builder paths = new PathIndex.Builder(FILMS, FILMS, 2, 1);
    for (int film = 0; film < FILMS; film++) {
      paths.link(0, film, film % DIRECTORS, film);
    }
    for (int film = 0; film < linked; film++) {
      paths.linkItems(1, film, (film + 1) % linked, FILMS + film);
      paths.link(2, film, DIRECTORS + film % COMMUNITIES, Links.NO_HANDLE);
    }
    return paths.build();
  }

  private static LearningInput input(int linked, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    int[] offsets = IntStream.rangeClosed(0, USERS).map(user -> user * CLICKS).toArray();
    int[] items =
        IntStream.range(0, USERS)
            .flatMap(user -> random.ints(0, KNOWN).distinct().limit(CLICKS))
            .toArray();
    int entities = FILMS + USERS + DIRECTORS + COMMUNITIES;
    float[] embeddings = new float[4 * entities];
    IntStream.range(0, embeddings.length)
        .forEach(i -> embeddings[i] = (float) random.nextGaussian());
    int[] users = IntStream.rangeClosed(0, USERS).toArray();
    return new LearningInput(
        new Triples(entities, 4, new int[0], new int[0], new int[0]),
        List.of(
            new Relation("DIRECTED", Relation.Kind.ITEM_RELATION),
            new Relation("NEXT", Relation.Kind.ITEM_RELATION),
            new Relation("community", Relation.Kind.ITEM_FEATURE),
            new Relation("CLICKED", Relation.Kind.INTERACTION)),
        new EntityTable(2, embeddings),
        ClicksAlone.split(Clicks.of(FILMS, offsets, items)),
        UnreadInteractions.none(),
        paths(linked),
        new NodeFeatures(
            List.of("age=old", "age=young"),
            users,
            IntStream.range(0, USERS).map(user -> user % 2).toArray()),
        new ItemTimes(new float[FILMS]));
  }

  private static BatchLayout layout(LearningInput input) {
    MetaConfig config = new MetaConfig(1, 1, 1e-3, 0.1, 1, InnerSolver.STEPS, Set.of(), 1);
    ItemFeatures features = new ItemFeatures(input, SHAPE, config, Optional.empty(), Progress.NONE);
    return new BatchLayout(
        input,
        SHAPE,
        features,
        new ItemOffsets(FILMS, SHAPE.width() + 1),
        new CountedItems(features, FILMS, Optional.empty()),
        input.profileCounts(SHAPE.profileRelations(), Progress.NONE));
  }

  /** Of all films to the first user, by the earlier clicks. */
  private static TaskRows rows(BatchLayout layout, boolean asNew) {
    SupportSet support = SupportSet.before(layout.input().interactions(), 0, CLICKS - 1);
    List<Integer> all = IntStream.range(0, FILMS).boxed().toList();
    UserTask task = new UserTask(0, List.of(0), support, List.of(), all, asNew);
    return layout.batch(List.of(task), List.of()).others();
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void whatIsTakenForNewHasNothingOfIt(long seed) {
    BatchLayout without = layout(input(0, seed));
    BatchLayout ofKnown = layout(input(KNOWN, seed));
    BatchLayout ofAll = layout(input(FILMS, seed));
    float[] paths = rows(without, true).paths();

    assertThat(rows(ofKnown, true).paths()).isEqualTo(paths);
    assertThat(rows(ofKnown, true).profiles()).isEqualTo(rows(without, true).profiles());
    assertThat(rows(ofAll, true).paths()).isNotEqualTo(paths);
    for (int film = 0; film < FILMS; film++) {
      assertThat(ofKnown.features().content(film)).isEqualTo(without.features().content(film));
      assertThat(ofKnown.features().earned(film)).isEqualTo(without.features().earned(film));
      assertThat(ofKnown.features().expectedLikes(film))
          .isEqualTo(without.features().expectedLikes(film));
    }
    assertThat(ofAll.features().content(0)).isNotEqualTo(without.features().content(0));
    assertThat(ofAll.features().earned(0)).isNotEqualTo(without.features().earned(0));
  }

  /** Nothing was learned of such links, as those that were taken for new had none. */
  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void aNewItemThatGetsSomeLaterHasTheVectorOfBefore(long seed) {
    MetaConfig config = new MetaConfig(3, 64, 2e-3, 0.1, 5, InnerSolver.STEPS, Set.of(), 1);
    TasteModel taste = LearnedExample.learn(input(KNOWN, seed), config).taste();
    int film = FILMS - 1;
    float[] content = new float[taste.items().width() + 1];

    assertThat(new NewItemRows(taste.prior(), taste.items(), paths(FILMS)).of(film, content, 0))
        .isEqualTo(
            new NewItemRows(taste.prior(), taste.items(), paths(KNOWN)).of(film, content, 0));
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void whatIsKnownHasItsPaths(long seed) {
    float[] without = rows(layout(input(0, seed)), true).paths();
    assertThat(rows(layout(input(KNOWN, seed)), false).paths()).isNotEqualTo(without);
    assertThat(rows(layout(input(0, seed)), false).paths()).isEqualTo(without);
  }
}
