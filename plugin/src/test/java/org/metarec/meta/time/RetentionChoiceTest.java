package org.metarec.meta.time;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.metarec.meta.LearnedTaste;
import org.metarec.meta.MetaLearner;
import org.metarec.meta.config.MetaConfig;
import org.metarec.meta.input.LearnedBefore;
import org.metarec.meta.input.LearningInput;
import org.metarec.meta.outer.BatchFeatures;
import org.metarec.meta.task.MetaBatch;
import org.metarec.meta.task.SomeInteractions;
import org.metarec.model.TrainingState;
import org.metarec.model.embedding.EntityTable;
import org.metarec.model.rating.RatingScale;
import org.metarec.model.taste.InnerSolver;
import org.metarec.model.taste.Prior;
import org.metarec.model.taste.PriorPart;
import org.metarec.path.PathIndex;
import org.metarec.testing.Clicks;
import org.metarec.testing.ClicksAlone;
import org.metarec.testing.StillStep;
import org.metarec.triple.NodeFeatures;
import org.metarec.triple.Progress;
import org.metarec.triple.Relation;
import org.metarec.triple.Triples;
import org.metarec.triple.Workers;
import org.metarec.triple.time.Interactions;
import org.metarec.triple.time.ItemTimes;
import org.metarec.triple.time.UnreadInteractions;

/**
 * One book of each author in each genre. A third of what is read is of a genre that the reader
 * always likes; a third by an author that he always likes, or by the author of what he read last.
 */
class RetentionChoiceTest {
  private static final int AUTHORS = 60;
  private static final int GENRES = 10;
  private static final int BOOKS = AUTHORS * GENRES;
  private static final int READERS = 400;
  private static final int READS = 15;

  private static final Relation WROTE = new Relation("WROTE", Relation.Kind.ITEM_RELATION);
  private static final Relation IN_GENRE = new Relation("IN_GENRE", Relation.Kind.ITEM_RELATION);
  private static final Relation READ = new Relation("READ", Relation.Kind.INTERACTION);

  /** A step that learns nothing, and keeps the greatest Σ c of a task by each relation. */
  private record Still(Prior prior, List<Float> greatest) implements StillStep {
    @Override
    public double step(MetaBatch batch, BatchFeatures features, double learningRate) {
      for (int i = 0; i < batch.pathWeights().length; i++) {
        greatest.set(i % 2, Math.max(greatest.get(i % 2), batch.pathWeights()[i]));
      }
      return 1;
    }
  }

  /** Without times. */
  private static Interactions undated(int readers, boolean ofTheLast, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    int[] offsets = new int[readers + 1];
    List<Integer> reads = new ArrayList<>();
    for (int reader = 0; reader < readers; reader++) {
      int genre = random.nextInt(GENRES);
      int author = random.nextInt(AUTHORS);
      int end = reads.size() + READS;
      while (reads.size() < end) {
        int liked = random.nextInt(3);
        int book =
            author(liked, author, random) + AUTHORS * (liked == 0 ? genre : random.nextInt(GENRES));
        if (!reads.subList(offsets[reader], reads.size()).contains(book)) {
          reads.add(book);
          author = ofTheLast ? book % AUTHORS : author;
        }
      }
      offsets[reader + 1] = end;
    }
    return Clicks.of(BOOKS, offsets, reads.stream().mapToInt(book -> book).toArray());
  }

  /** One after another. */
  private static Interactions reads(int readers, boolean ofTheLast, long seed) {
    return Clicks.oneByOne(undated(readers, ofTheLast, seed));
  }

  private static int author(int liked, int author, SplittableRandom random) {
    return liked == 1 ? author : random.nextInt(AUTHORS);
  }

  private static PathIndex authorsAndGenres() {
    PathIndex.Builder paths = new PathIndex.Builder(BOOKS, BOOKS, 2, 0);
    for (int book = 0; book < BOOKS; book++) {
      paths.link(0, book, book % AUTHORS, book);
      paths.link(1, book, AUTHORS + book / AUTHORS, BOOKS + book);
    }
    return paths.build();
  }

  private static LearningInput input(Interactions reads) {
    return new LearningInput(
        new Triples(BOOKS + AUTHORS + GENRES, 3, new int[0], new int[0], new int[0]),
        List.of(WROTE, IN_GENRE, READ),
        new EntityTable(1, new float[2 * (BOOKS + AUTHORS + GENRES)]),
        ClicksAlone.split(reads),
        UnreadInteractions.none(),
        authorsAndGenres(),
        NodeFeatures.none(reads.userCount()),
        new ItemTimes(new float[BOOKS]));
  }

  private static LearnedTaste learn(
      LearningInput input, Optional<LearnedBefore> before, List<Float> sums) {
    MetaConfig config = new MetaConfig(1, 100, 1e-3, 0.1, 1, InnerSolver.STEPS, Set.of(), 1);
    try (Workers workers = new Workers(1)) {
      return new MetaLearner(input, config, before, Progress.NONE)
          .learn(prior -> new Still(prior, sums), RatingScale.NONE, workers, Progress.NONE);
    }
  }

  private static LearnedTaste learn(Interactions reads, Optional<LearnedBefore> before) {
    return learn(input(reads), before, new ArrayList<>(List.of(0f, 0f)));
  }

  /** Of authors, then of genres, as the model has it. */
  private static float[] retention(Interactions reads) {
    LearnedTaste learned = learn(reads, Optional.empty());
    return learned.taste().prior().part(PriorPart.PATH_RETENTION);
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("org.metarec.testing.Seeds#ten")
  void whereTheLastAuthorIsReadAgainAuthorsFade(long seed) {
    assertThat(retention(reads(READERS, true, seed))[0]).isLessThanOrEqualTo(0.65f);
  }

  @ParameterizedTest
  @ValueSource(ints = {READERS, 40})
  void tastesThatLastAreSeldomForgottenByChance(int readers) {
    long lasting =
        LongStream.range(0, 10)
            .mapToObj(seed -> retention(reads(readers, false, seed)))
            .filter(retention -> Arrays.equals(retention, new float[] {1, 1}))
            .count();

    assertThat(lasting).isGreaterThanOrEqualTo(8);
  }

  @Test
  void aTasteOfOneKindLastsThoughThatOfAnotherFades() {
    long lasting =
        LongStream.range(0, 10)
            .filter(seed -> retention(reads(READERS, true, seed))[1] == 1)
            .count();

    assertThat(lasting).isGreaterThanOrEqualTo(8);
  }

  @Test
  void whereClicksHaveNoTimesNoneFades() {
    assertThat(retention(undated(READERS, true, 1))).containsExactly(1, 1);
  }

  @Test
  void whoeverClickedOnceHasNothingToForget() {
    int[] books = IntStream.range(0, READERS).toArray();

    assertThat(retention(Clicks.oneByOne(Clicks.oneEach(BOOKS, books)))).containsExactly(1, 1);
  }

  /** At .65 no more than 1 / (1 − .65) is left together. */
  @Test
  void tasksAreAdaptedFromClicksThatHaveFaded() {
    List<Float> sums = new ArrayList<>(List.of(0f, 0f));

    learn(input(reads(READERS, true, 1)), Optional.empty(), sums);

    assertThat(sums.get(0)).as("of authors").isBetween(1f, 2.86f);
    assertThat(sums.get(1)).as("of genres").isEqualTo(READS - 1);
  }

  /** Of the readers of now tastes last, those of the training before faded. */
  @Test
  void aWarmStartFadesAsTheModelBefore() {
    LearnedTaste fading = learn(reads(READERS, true, 1), Optional.empty());
    TrainingState state =
        new TrainingState(
            fading.fisher(), fading.itemOffsets(), new BitSet(), Double.NEGATIVE_INFINITY);
    LearnedBefore before =
        new LearnedBefore(
            fading.taste().prior(),
            List.of(WROTE, IN_GENRE, READ),
            List.of(),
            state,
            new BitSet(),
            SomeInteractions.ALL,
            1);

    LearnedTaste now = learn(reads(READERS, false, 2), Optional.of(before));

    assertThat(now.taste().prior().part(PriorPart.PATH_RETENTION))
        .containsExactly(fading.taste().prior().part(PriorPart.PATH_RETENTION))
        .isNotEqualTo(new float[] {1, 1});
  }
}
