package org.metarec.bench.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class ArgumentsTest {

  @Test
  void tooManyWordsAndTooFewAreRefusedByTheirForm() {
    assertThat(Arguments.only(List.of("films"), "FOLDER")).isEqualTo("films");
    assertThatThrownBy(() -> Arguments.only(List.of(), "FOLDER"))
        .hasMessage("expected FOLDER, found []");
    assertThatThrownBy(() -> Arguments.only(List.of("films", "valid"), "FOLDER"))
        .hasMessage("expected FOLDER, found [films, valid]");
  }

  @Test
  void aWordWhereOnlySettingsAreReadIsRefused() {
    Arguments.refuseAll(List.of());
    assertThatThrownBy(() -> Arguments.refuseAll(List.of("epochs", "3")))
        .hasMessage("expected settings alone (key=value), found [epochs, 3]");
  }
}
