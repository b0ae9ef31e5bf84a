package org.metarec.graph;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class NearestNamesTest {

  @Test
  void theNearestComesFirstWhateverItsCase() {
    assertThat(NearestNames.question("rated", List.of("CLICKED", "RATED", "ACTED_IN")))
        .startsWith("did you mean 'RATED'");
    assertThat(NearestNames.question("Moive", List.of("Genre", "Person", "Movie", "User")))
        .startsWith("did you mean 'Movie'");
  }

  @Test
  void onlyAFewAreNamedAndEquallyNearOnesAlphabetically() {
    assertThat(NearestNames.question("x", List.of("d", "c", "b", "a")))
        .isEqualTo("did you mean 'a' or 'b' or 'c'?");
  }

  @Test
  void aNameIsClearIfAThirdOfItAtMostIsMistyped() {
    List<String> keys = List.of("clicks", "minScore", "topK");
    assertThat(NearestNames.clear("minscroe", keys)).contains("minScore");
    assertThat(NearestNames.clear("device", keys)).isEmpty();
    assertThat(NearestNames.clear("device", List.of())).isEmpty();
  }

  @Test
  void whereNothingIsNothingIsMeant() {
    assertThat(NearestNames.question("Movie", List.of())).isEqualTo("there are none; leave it out");
  }
}
