package org.metarec.meta.time;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class AgesTest {
  @Test
  void anOctaveIsTwiceAsOldAsTheNext() {
    Ages ages = new Ages(3);

    assertThat(ages.octave(1)).isZero();
    assertThat(ages.octave(0.5)).isZero();
    assertThat(ages.octave(Math.nextDown(0.5))).isOne();
    assertThat(ages.octave(0.25)).isOne();
    assertThat(ages.octave(Math.nextDown(0.25))).isEqualTo(2);
    assertThat(ages.octave(0)).as("all that are younger").isEqualTo(2);
  }

  @Test
  void theYoungestOctaveHasWhatCanBeLearnedFrom() {
    assertThat(Ages.longerThan(0.2).count()).isEqualTo(3);
    assertThat(Ages.longerThan(0.25).count()).isEqualTo(2);
    assertThat(Ages.longerThan(1).count()).isOne();
    assertThat(Ages.longerThan(Double.POSITIVE_INFINITY).count()).isOne();
  }
}
