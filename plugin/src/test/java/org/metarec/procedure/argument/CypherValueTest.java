package org.metarec.procedure.argument;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CypherValueTest {

  @Test
  void aValueIsShownAsCypherWritesIt() {
    assertThat(CypherValue.literal("1000")).isEqualTo("'1000'");
    assertThat(CypherValue.literal(1000L)).isEqualTo("1000");
    assertThat(CypherValue.literal(Arrays.asList("1", 1L, 1.0, true, null)))
        .isEqualTo("['1', 1, 1.0, true, null]");
    assertThat(CypherValue.literal(Map.of("cards", List.of(Map.of("no", "7"), List.of()))))
        .isEqualTo("{cards: [{no: '7'}, []]}");
  }

  @Test
  void aLongValueIsCut() {
    assertThat(CypherValue.describe(Collections.nCopies(1000, "m1")))
        .isEqualTo("['m1', 'm1', 'm1', 'm1', 'm1', 'm1', 'm1', 'm1', 'm1', 'm1',… (a list)");
  }
}
