package org.metarec.bench.coldstart;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.metarec.bench.experiment.CommandLine;
import org.metarec.bench.experiment.Settings;

/** What docs/experiments/gds.md says of the keys, as they are typed. */
class GdsSettingsTest {

  private static GdsSettings typed(String... words) {
    return GdsSettings.read(new Settings(CommandLine.of(List.of(words)).settings()));
  }

  @Test
  void withoutAnySettingItTakesWhatWasChosen() {
    GdsSettings usual = typed();

    assertThat(usual.neighbours()).isEqualTo(200);
    assertThat(usual.similarity()).isEqualTo("JACCARD");
    assertThat(usual.fastRp())
        .containsEntry("embeddingDimension", 256)
        .containsEntry("iterationWeights", List.of(0.0, 0.0, 1.0, 1.0));
    assertThat(usual.metarec()).isTrue();
    assertThat(usual.train()).isEmpty();
  }

  @Test
  void weightsAreOneNumberOrSeveral() {
    assertThat(typed("weights=1").fastRp()).containsEntry("iterationWeights", List.of(1.0));
    assertThat(typed("weights=0,0.5").fastRp())
        .containsEntry("iterationWeights", List.of(0.0, 0.5));
  }

  @Test
  void allElseIsForTheTraining() {
    GdsSettings given = typed("neighbours=50", "similarity=COSINE", "gdsOnly=true", "randomSeed=7");

    assertThat(given.neighbours()).isEqualTo(50);
    assertThat(given.similarity()).isEqualTo("COSINE");
    assertThat(given.metarec()).isFalse();
    assertThat(given.train()).isEqualTo(Map.of("randomSeed", 7L));
  }
}
