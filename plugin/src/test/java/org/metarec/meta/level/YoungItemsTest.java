package org.metarec.meta.level;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.metarec.triple.time.ItemTimes;

/** A hundred tracks, each released a day after the one before; those from some day on just came. */
class YoungItemsTest {
  private static final int TRACKS = 100;
  private static final int[] KNOWN = IntStream.range(0, TRACKS).toArray();

  /** Of those, then a track without plays. */
  private static ItemTimes released(float day) {
    float[] days = new float[TRACKS + 1];
    IntStream.range(0, TRACKS).forEach(track -> days[track] = track);
    days[TRACKS] = day;
    return new ItemTimes(days);
  }

  private static boolean isYoung(ItemTimes times, int firstThatJustCame) {
    return YoungItems.of(KNOWN, track -> track >= firstThatJustCame, times).has(TRACKS);
  }

  @Test
  void whatIsAsYoungAsWhatJustCameIsYoung() {
    assertThat(isYoung(released(99), 80)).isTrue();
    assertThat(isYoung(released(85), 80)).isTrue();
    assertThat(isYoung(released(200), 80)).as("announced").isTrue();
  }

  /** Of the 39 youngest 20 had just come, of the 40 youngest one half. */
  @Test
  void itIsAsLongAsMostWhichAreAsYoungHadJustCome() {
    assertThat(isYoung(released(61), 80)).isTrue();
    assertThat(isYoung(released(60), 80)).isFalse();
    assertThat(isYoung(released(0), 80)).isFalse();
  }

  @Test
  void withoutATimeNothingIs() {
    assertThat(isYoung(released(Float.NaN), 80)).isFalse();
    assertThat(isYoung(released(99), TRACKS)).as("nothing came").isFalse();
  }

  @Test
  void nineTellNothing() {
    assertThat(isYoung(released(99), 95)).as("5 of the 9 youngest").isFalse();
    assertThat(isYoung(released(99), 94)).as("6 of the 10 youngest").isTrue();
  }

  /** Where only the year is known, one in which a few tracks came late is not young. */
  @Test
  void aYearIsYoungAsAWhole() {
    float[] years = new float[TRACKS + 1];
    IntStream.rangeClosed(0, TRACKS).forEach(track -> years[track] = track < 60 ? 2025 : 2026);

    assertThat(isYoung(new ItemTimes(years), 81)).isFalse();
    assertThat(isYoung(new ItemTimes(years), 79)).isTrue();
  }

  /** The order of the known items does not matter. */
  @Test
  void anyOrderWillDo() {
    int[] backwards = IntStream.range(0, TRACKS).map(i -> TRACKS - 1 - i).toArray();

    assertThat(YoungItems.of(backwards, track -> track >= 80, released(61)).has(TRACKS)).isTrue();
    assertThat(YoungItems.of(backwards, track -> track >= 80, released(60)).has(TRACKS)).isFalse();
  }
}
