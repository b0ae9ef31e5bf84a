package org.metarec.recommend.reason;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class ContributionsTest {
  private static final Contributions PARTS = new Contributions(0.5, 0.25, List.of(0.125, 1.0));

  @Test
  void eachPartHasItsNameAndARelationWithoutPathsAddsNothing() {
    assertThat(PARTS.byName(List.of("DIRECTED", "ACTED_IN", "NEXT")))
        .hasSize(5)
        .containsEntry("base", 0.5)
        .containsEntry("taste", 0.25)
        .containsEntry("DIRECTED", 0.125)
        .containsEntry("ACTED_IN", 1.0)
        .containsEntry("NEXT", 0.0);
  }

  /** Relationship types are what the graph has. */
  @Test
  void theySumToTheScoreWhateverRelationsAreCalled() {
    assertThat(PARTS.byName(List.of("taste", "base")))
        .hasSize(2)
        .containsEntry("base", 1.5)
        .containsEntry("taste", 0.375);
    assertThat(PARTS.score()).isEqualTo(1.5 + 0.375);
  }
}
