package org.metarec.recommend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.metarec.recommend.RecommenderTest.RECOMMENDER;
import static org.metarec.recommend.RecommenderTest.SEEN;
import static org.metarec.recommend.RecommenderTest.USER;
import static org.metarec.recommend.RecommenderTest.config;
import static org.metarec.recommend.RecommenderTest.items;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.metarec.testing.TasteGraph;

class DiversityTest {

  @Test
  void diversityKeepsTheBestItemAndSpreadsTheRest() {
    List<Integer> alike = recommended(5, 0);
    List<Integer> spread = recommended(5, 0.9);

    assertThat(spread.get(0)).isEqualTo(alike.get(0));
    assertThat(spread).doesNotHaveDuplicates().hasSize(5).isNotEqualTo(alike);
    assertThat(spread.stream().map(TasteGraph::directorOf).distinct().count())
        .isGreaterThan(alike.stream().map(TasteGraph::directorOf).distinct().count());
  }

  @Test
  void diversityChoosesAmongThoseAboveTheLowestScore() {
    List<Recommendation> all = RECOMMENDER.recommend(USER, SEEN, Optional.empty(), config(37, 0));
    double fifth = all.get(4).contributions().score();
    RecommendConfig bounded =
        new RecommendConfig(5, false, true, 0, 0.9, OptionalDouble.of(fifth - 1e-9));

    assertThat(items(RECOMMENDER.recommend(USER, SEEN, Optional.empty(), bounded)))
        .containsExactlyInAnyOrderElementsOf(items(all).subList(0, 5));
  }

  /** So that a second page repeats nothing of the first, and leaves nothing out. */
  @Test
  void aLongListBeginsAsAShortOne() {
    for (int percent = 5; percent < 100; percent += 5) {
      List<Integer> all = recommended(37, percent / 100.0);
      for (int topK = 1; topK < 37; topK++) {
        assertThat(recommended(topK, percent / 100.0))
            .as("%d with %d %%", topK, percent)
            .isEqualTo(all.subList(0, topK));
      }
    }
  }

  private static List<Integer> recommended(int topK, double diversity) {
    return items(RECOMMENDER.recommend(USER, SEEN, Optional.empty(), config(topK, diversity)));
  }
}
