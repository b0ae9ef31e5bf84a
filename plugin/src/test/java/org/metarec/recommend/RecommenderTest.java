package org.metarec.recommend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.concurrent.CancellationException;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.metarec.InvalidConfigException;
import org.metarec.meta.inner.SupportSet;
import org.metarec.meta.inner.UserAdapter;
import org.metarec.meta.inner.UserClicks;
import org.metarec.model.ServingModel;
import org.metarec.recommend.reason.Connection;
import org.metarec.recommend.reason.Contributions;
import org.metarec.testing.Impatient;
import org.metarec.testing.LearnedExample;
import org.metarec.testing.TasteGraph;
import org.metarec.triple.Progress;

class RecommenderTest {
  private static final ServingModel MODEL = LearnedExample.MODEL;
  private static final List<String> PARTS = List.of("DIRECTED", "IN_GENRE", "colour");
  private static final int COLOUR = 2;
  static final int[] SEEN = {3, 11, 20};
  static final UserScorer USER = user(3, 11, 20);
  static final Recommender RECOMMENDER = NumberOrder.recommender(MODEL, Progress.NONE);

  private static UserScorer user(int... clicked) {
    float[] clicks = new float[clicked.length];
    Arrays.fill(clicks, Float.NaN);
    double[] times = IntStream.range(0, clicked.length).asDoubleStream().toArray();
    SupportSet support = new SupportSet(clicked, clicks, times);
    UserClicks clicksOfUser = new UserClicks(List.of(), support);
    float[] weights = new UserAdapter(MODEL).adapt(clicksOfUser).values();
    return new UserScorer(MODEL, clicksOfUser, weights, List.of());
  }

  static RecommendConfig config(int topK, double diversity) {
    return new RecommendConfig(topK, false, true, 3, diversity, OptionalDouble.empty());
  }

  private static boolean isSeen(int item) {
    return IntStream.of(SEEN).anyMatch(seen -> seen == item);
  }

  static List<Integer> items(List<Recommendation> recommendations) {
    return recommendations.stream().map(Recommendation::item).toList();
  }

  @Test
  void theBestAreTheFirstOfAllUnseenSortedByScore() {
    List<Integer> sorted =
        IntStream.range(0, TasteGraph.FILMS)
            .filter(item -> !isSeen(item))
            .boxed()
            .sorted(Comparator.comparingDouble(item -> -USER.score(item)))
            .limit(7)
            .toList();

    List<Recommendation> best = RECOMMENDER.recommend(USER, SEEN, Optional.empty(), config(7, 0));

    assertThat(items(best)).isEqualTo(sorted);
  }

  @Test
  void whoClickedTwoFilmsOfADirectorIsRecommendedTheOthers() {
    int[] two = {3, 11};
    List<Recommendation> best =
        RECOMMENDER.recommend(user(two), two, Optional.empty(), config(3, 0));

    assertThat(items(best)).allMatch(film -> TasteGraph.directorOf(film) == 3);
    assertThat(best.get(0).connections().get(0).relation()).isZero(); // DIRECTED
  }

  @Test
  void contributionsSumToTheScoreAndConnectionsToTheirRelation() {
    for (int item = 0; item < TasteGraph.FILMS; item++) {
      Contributions parts = USER.contributions(item);
      assertThat(parts.score()).isCloseTo(USER.score(item), within(1e-9));
      if (isSeen(item)) {
        continue;
      }
      for (int relation = 0; relation < 2; relation++) {
        int wanted = relation;
        double sum =
            USER.connections(item).stream()
                .filter(connection -> connection.relation() == wanted)
                .mapToDouble(Connection::contribution)
                .sum();
        assertThat(sum).isCloseTo(parts.relations().get(relation), within(1e-5));
      }
    }
  }

  /** Films 3 and 11 have the colour of all odd ones, which is no node. */
  @Test
  void filmsOfTheSameColourAreAlikeButNoPathShowsIt() {
    UserScorer odd = user(3, 11);

    assertThat(odd.contributions(21).ofRelation(COLOUR)).isNotZero();
    assertThat(odd.contributions(22).ofRelation(COLOUR)).isZero();
    assertThat(odd.connections(21)).noneMatch(way -> way.relation() == COLOUR);
  }

  /** Films 3 and 11 are by one director, and film 27 by the same. */
  @Test
  void whereClicksFadeTheLaterOfTwoLeadsFurther() {
    List<Connection> ways = user(3, 11).connections(27);

    assertThat(ways.stream().map(way -> way.click().orElseThrow()).limit(2)).containsExactly(1, 0);
    double later = ways.get(0).contribution();
    assertThat(ways.get(1).contribution()).isCloseTo(0.8 * later, within(1e-6));
  }

  @Test
  void aClickedItemIsNotPaidForBeingLikeItself() {
    UserScorer onlyThatFilm = user(3);

    assertThat(onlyThatFilm.contributions(3).relations()).containsOnly(0.0);
    double connected = USER.connections(3).stream().mapToDouble(Connection::contribution).sum();
    Contributions parts = USER.contributions(3);
    assertThat(parts.ofRelation(0) + parts.ofRelation(1)).isCloseTo(connected, within(1e-5));
  }

  @Test
  void whatCannotBeShownStaysInTheRest() {
    List<Explanation<Connection>> rows =
        Explanation.of(USER, 19, 10, one -> Optional.empty(), PARTS);

    assertThat(rows).hasSize(5).allMatch(row -> row.path().isEmpty());
    assertThat(rows.stream().mapToDouble(Explanation::contribution).sum())
        .isCloseTo(USER.score(19), within(1e-5));
  }

  @Test
  void anExplanationSumsToTheScoreHoweverFewPathsAreShown() {
    for (int topK : new int[] {1, 2, 10}) {
      List<Explanation<Connection>> rows = Explanation.of(USER, 19, topK, Optional::of, PARTS);

      assertThat(rows.stream().mapToDouble(Explanation::contribution).sum())
          .isCloseTo(USER.score(19), within(1e-5));
      assertThat(rows.stream().filter(row -> row.path().isPresent()).count())
          .isBetween(1L, (long) topK);
    }
  }

  @Test
  void onlyNewItemsWhereOnlyTheyAreWanted() {
    RecommendConfig newOnly = new RecommendConfig(40, true, true, 3, 0, OptionalDouble.empty());

    assertThat(items(RECOMMENDER.recommend(USER, SEEN, Optional.empty(), newOnly)))
        .hasSize(TasteGraph.NEW_FILMS)
        .allMatch(film -> film >= TasteGraph.FILMS - TasteGraph.NEW_FILMS);
  }

  @Test
  void seenItemsComeBackWhereTheyAreNotExcluded() {
    RecommendConfig withSeen = new RecommendConfig(40, false, false, 0, 0, OptionalDouble.empty());

    assertThat(items(RECOMMENDER.recommend(USER, SEEN, Optional.empty(), withSeen)))
        .hasSize(40)
        .contains(3, 11, 20);
  }

  @Test
  void candidatesNeverStarveTheAnswer() {
    BitSet candidates = BitSet.valueOf(new long[] {0b1111});

    assertThat(items(RECOMMENDER.recommend(USER, SEEN, Optional.of(candidates), config(10, 0))))
        .containsExactlyInAnyOrder(0, 1, 2);
  }

  @Test
  void itemsBelowTheLowestScoreAreLeftOut() {
    List<Recommendation> all = RECOMMENDER.recommend(USER, SEEN, Optional.empty(), config(37, 0));
    double fifth = all.get(4).contributions().score();
    RecommendConfig bounded =
        new RecommendConfig(37, false, true, 0, 0, OptionalDouble.of(fifth - 1e-9));

    assertThat(items(RECOMMENDER.recommend(USER, SEEN, Optional.empty(), bounded)))
        .isEqualTo(items(all).subList(0, 5));
  }

  @Test
  void moreThanCanBeComparedWithEachOtherIsRefused() {
    assertThatThrownBy(() -> config(10_001, 0.5))
        .isInstanceOf(InvalidConfigException.class)
        .hasMessageContaining("topK")
        .hasMessageContaining("at most 10000 where diversity is above 0");
  }

  /** As it is scored, with diversity as it is chosen, and as it is explained. */
  @ParameterizedTest
  @CsvSource({"0, 10", "0.5, 15"})
  void itIsAskedForEachItemWhetherToGoOn(double diversity, int checks) {
    Optional<BitSet> candidates = Optional.of(BitSet.valueOf(new long[] {0b1110110}));

    assertThatThrownBy(
            () -> watched(checks - 1).recommend(USER, SEEN, candidates, config(5, diversity)))
        .isInstanceOf(CancellationException.class);
    assertThat(watched(checks).recommend(USER, SEEN, candidates, config(5, diversity))).hasSize(5);
  }

  private static Recommender watched(int checks) {
    return NumberOrder.recommender(MODEL, new Impatient(checks));
  }

  @Test
  void whoHasSeenEverythingGetsNothing() {
    int[] all = IntStream.range(0, TasteGraph.FILMS).toArray();

    assertThat(RECOMMENDER.recommend(USER, all, Optional.empty(), config(10, 0))).isEmpty();
  }
}
