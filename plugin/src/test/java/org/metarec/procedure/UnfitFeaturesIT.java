package org.metarec.procedure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.assertj.core.api.AbstractThrowableAssert;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Features that nothing can be learned from are refused, and the message says what to do. */
class UnfitFeaturesIT {
  private static final String QUICK = "epochs: 2, metaEpochs: 1, embeddingDimension: 4";

  @RegisterExtension static final ProcedureDatabase DATABASE = new ProcedureDatabase();

  @BeforeEach
  void startAnew() {
    DATABASE.startAnew();
  }

  private static AbstractThrowableAssert<?, ?> assertRefused(String query) {
    return assertThatThrownBy(() -> DATABASE.rows(query));
  }

  @Test
  void aFeatureThatDiffersOnEveryNodeIsRefused() {
    DATABASE.rows("MATCH (film:Movie) SET film.tags = [n IN range(1, 10) | film.id + '/' + n]");

    assertRefused("CALL metarec.train({%s, itemFeatures: ['tags']})".formatted(QUICK))
        .hasMessageContaining(
            "itemFeatures: every one of the 120 values of 'tags' occurs on a single node");
  }

  @Test
  void aFeatureWithThousandsOfValuesIsRefusedBeforeAnythingIsLearned() {
    DATABASE.rows("MATCH (film:Movie) SET film.tags = [n IN range(1, 2000) | film.id + '/' + n]");

    assertRefused("CALL metarec.train({%s, itemFeatures: ['tags']})".formatted(QUICK))
        .hasMessageContaining(
            "itemFeatures [tags] have 24000 distinct values together; at most 20000")
        .hasMessageContaining("store coarser values");
    assertThat(DATABASE.rows("CALL metarec.model.list()")).isEmpty();
  }

  @Test
  void featuresWhoseValuesCannotBeToldApartAreRefused() {
    DATABASE.rows("MATCH (film:Movie) SET film.cut = 'final=yes', film.`cut=final` = 'yes'");

    String both = "CALL metarec.train({%s, itemFeatures: ['cut', 'cut=final']})";
    assertRefused(both.formatted(QUICK))
        .hasMessageContaining("'cut' and 'cut=final' both have a value named 'cut=final=yes'")
        .hasMessageContaining("leave one of them out");
    assertThat(DATABASE.rows("CALL metarec.model.list()")).isEmpty();
    DATABASE.rows("CALL metarec.train({%s, itemFeatures: ['cut']})".formatted(QUICK));
  }

  /** Each property has few values, 1 to 12 by twos are 7; all together they are too many. */
  @Test
  void featuresThatWereFoundAreRefusedLikewiseAndTheMessageSaysHowToLeaveThemOut() {
    DATABASE.rows(
        """
        MATCH (film:Movie) UNWIND range(1, 3000) AS n
        SET film['tag' + n] = toString(toInteger(substring(film.id, 1)) / 2)
        """);

    assertRefused("CALL metarec.train({%s})".formatted(QUICK))
        .hasMessageContaining("have 21000 distinct values together; at most 20000")
        .hasMessageContaining("set itemFeatures to those that matter ([]: none)");
    DATABASE.rows("CALL metarec.train({%s, itemFeatures: ['tag1', 'tag2']})".formatted(QUICK));
  }
}
