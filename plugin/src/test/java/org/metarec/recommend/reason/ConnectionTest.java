package org.metarec.recommend.reason;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class ConnectionTest {

  /** Else what a path shows would be left to chance where two films share many actors. */
  @Test
  void ofEqualWaysTheOldestRelationshipsComeFirst() {
    Connection late = through(8, List.of(3L, 9L));
    Connection early = through(5, List.of(3L, 7L));

    assertThat(List.of(late, early).stream().sorted(Connection.STRONGEST_FIRST))
        .containsExactly(early, late);
  }

  private static Connection through(int attribute, List<Long> handles) {
    return new Connection(0, OptionalInt.of(2), OptionalInt.of(attribute), handles, 0.5);
  }
}
