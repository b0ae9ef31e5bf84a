package org.metarec.procedure.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.metarec.triple.Relation.Kind.ITEM_FEATURE;
import static org.metarec.triple.Relation.Kind.ITEM_RELATION;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.metarec.path.Links;
import org.metarec.path.PathIndex;
import org.metarec.testing.Clicks;
import org.metarec.triple.Relation;
import org.metarec.triple.time.Interactions;
import org.neo4j.logging.log4j.Log4jLogProvider;

class TrainingNotesTest {

  /** What Neo4j's own log has then. */
  private static String log(Map<String, Long> skipped, Optional<Map<String, Double>> metrics) {
    return log(skipped, metrics, false);
  }

  private static String log(
      Map<String, Long> skipped, Optional<Map<String, Double>> metrics, boolean holdsBack) {
    return log(notes -> notes.write(skipped, metrics, holdsBack));
  }

  private static String log(Consumer<TrainingNotes> writing) {
    ByteArrayOutputStream lines = new ByteArrayOutputStream();
    try (Log4jLogProvider logs = new Log4jLogProvider(lines)) {
      writing.accept(new TrainingNotes(logs.getLog("metarec"), "films"));
    }
    return lines.toString(StandardCharsets.UTF_8);
  }

  private static Optional<Map<String, Double>> metrics(double hits, double byPopularity) {
    return metrics(hits, byPopularity, 348);
  }

  private static Optional<Map<String, Double>> metrics(
      double hits, double byPopularity, double heldBack) {
    return Optional.of(
        Map.of(
            "itemHitsAt10", hits, "popularityHitsAt10", byPopularity, "itemsHeldBack", heldBack));
  }

  private static Interactions rated(float... ratings) {
    int[] offsets = {0, ratings.length};
    int[] items = IntStream.range(0, ratings.length).toArray();
    return Clicks.withoutTimes(ratings.length, offsets, items, ratings);
  }

  @Test
  void eachReasonIsWarnedOf() {
    assertThat(log(Map.of("at of CLICKED is not a time", 3L), Optional.of(Map.of())))
        .contains("WARN", "train 'films': skipped, 3 times: at of CLICKED is not a time")
        .doesNotContain("held-back");
  }

  @Test
  void itIsWarnedOfAGraphWhoseInteractionsHaveAnotherName() {
    assertThat(log(Map.of(), Optional.empty()))
        .contains("WARN", "train 'films': no interactions were found", "interactionTypes");
  }

  /** On a server that writes commas, too: logs are read by programs. */
  @Test
  void aModelIsComparedWithPopularity() {
    Locale before = Locale.getDefault();
    Locale.setDefault(Locale.GERMANY);
    try {
      assertThat(log(Map.of(), metrics(0.5034, 0.44)))
          .contains(
              "INFO",
              "train 'films': of 348 held-back likes 0.503 are among the first ten of a hundred,"
                  + " by popularity 0.440")
          .doesNotContain("no better");
    } finally {
      Locale.setDefault(before);
    }
  }

  @Test
  void ofAFewLikesNothingIsConcluded() {
    assertThat(log(Map.of(), metrics(0.2, 0.4, 5))).contains("INFO").doesNotContain("WARN");
  }

  /** As of orders, each of one customer. */
  @Test
  void itIsWarnedOfItemsOfWhichNoLikeCouldBeSetAside() {
    assertThat(log(Map.of(), Optional.of(Map.of()), true))
        .contains("WARN", "nothing tells how well it ranks", "metarec.schema()");
    assertThat(log(Map.of(), Optional.of(Map.of()), false)).doesNotContain("WARN");
  }

  /** Where there are ten items at most, any list has them all. */
  @ParameterizedTest
  @CsvSource({"0.43, 0.44, true", "0.44, 0.44, true", "0.45, 0.44, false", "1, 1, false"})
  void itIsWarnedOfOneThatIsNoBetter(double hits, double byPopularity, boolean warned) {
    String log = log(Map.of(), metrics(hits, byPopularity));
    assertThat(log.contains("WARN")).isEqualTo(warned);
    assertThat(log.contains("no better than a list that is the same for all")).isEqualTo(warned);
  }

  /** Of plays up to 3,000 hardly any are above 1,500. */
  @Test
  void itIsWarnedOfCountsThatWereTakenForRatings() {
    Interactions plays = rated(1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 5);
    assertThat(log(notes -> notes.writeLikes(plays)))
        .contains("WARN", "train 'films': 1 of 11 ratings count as liked");

    Interactions stars = rated(1, 1, 1, 1, 1, 1, 1, 1, 1, 5);
    assertThat(log(notes -> notes.writeLikes(stars))).isEmpty();
    assertThat(log(notes -> notes.writeLikes(Clicks.oneEach(3, 0, 1, 2)))).isEmpty();

    float click = Float.NaN;
    Interactions mostlyClicks = rated(click, click, click, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 5);
    assertThat(log(notes -> notes.writeLikes(mostlyClicks)))
        .contains("1 of 11 ratings count as liked");
  }

  /** 99 users have one each, or two, and one has more. */
  @ParameterizedTest
  @CsvSource({"1, 24, false", "1, 25, true", "2, 49, false", "2, 50, true"})
  void itIsWarnedOfUsersWhoHaveMuchOfAll(int ofEach, int ofOne, boolean warned) {
    int[] offsets = IntStream.rangeClosed(0, 100).map(user -> ofEach * user).toArray();
    offsets[100] += ofOne - ofEach;
    Interactions clicks = Clicks.of(1, offsets, new int[offsets[100]]);
    String log = log(notes -> notes.writeBusyUsers(clicks));
    assertThat(log.contains("1 of 100 users have %d of".formatted(ofOne))).isEqualTo(warned);
    assertThat(log.isEmpty()).isEqualTo(!warned);
  }

  /** Of many users nobody has much. */
  @Test
  void itIsNotWarnedOfWhoHasLessThanAHundredth() {
    int[] offsets = IntStream.rangeClosed(0, 10_000).toArray();
    offsets[10_000] += 90;
    Interactions clicks = Clicks.of(1, offsets, new int[offsets[10_000]]);
    assertThat(log(notes -> notes.writeBusyUsers(clicks))).isEmpty();
  }

  @Test
  void itIsWarnedOfTimesToCome() {
    double now = 1.8e9;
    double[] mixed = {now - 100, now, 1000 * now};
    assertThat(log(notes -> notes.writeTimes(at(mixed), now)))
        .contains("WARN", "train 'films': 1 of 3 times of interactions lie in the future");

    double[] milliseconds = {1000 * now - 100, 1000 * now};
    assertThat(log(notes -> notes.writeTimes(at(milliseconds), now))).isEmpty();
    double[] byAFastClock = {Double.NEGATIVE_INFINITY, now - 100, now + 60};
    assertThat(log(notes -> notes.writeTimes(at(byAFastClock), now))).isEmpty();
  }

  /** Of 40 items twenty have interactions, and these alone have a price. */
  @Test
  void itIsWarnedOfWhatOnlyItemsWithInteractionsHave() {
    PathIndex.Builder paths = new PathIndex.Builder(40, 40, 1, 1);
    for (int item = 0; item < 40; item++) {
      paths.link(item < 20 ? 1 : 0, item, 40, Links.NO_HANDLE);
      paths.link(0, item, 41, Links.NO_HANDLE);
    }
    List<Relation> relations =
        List.of(new Relation("IN", ITEM_RELATION), new Relation("price", ITEM_FEATURE));
    Interactions clicks = Clicks.of(40, new int[] {0, 20}, IntStream.range(0, 20).toArray());

    assertThat(log(notes -> notes.writeLinks(relations, paths.build(), clicks)))
        .contains(
            "WARN",
            "train 'films': price counts for items with interactions alone: 20 of 20 have it, of"
                + " those without 0 of 20")
        .doesNotContain("IN counts");
  }

  private static Interactions at(double... times) {
    return Clicks.at(Clicks.oneEach(1, new int[times.length]), times);
  }

  @Test
  void itIsWarnedOfOtherKeys() {
    assertThat(log(notes -> notes.writeChanges(List.of("userKey was 'id' and is no longer found"))))
        .contains("WARN", "train 'films': userKey was 'id' and is no longer found, once this");
    assertThat(log(notes -> notes.writeChanges(List.of()))).isEmpty();
  }

  @Test
  void theEndSaysWhatServes() {
    TrainProcedure.Row trained =
        new TrainProcedure.Row(
            "films",
            "20261202T104209.530Z",
            12,
            40,
            4,
            5,
            9,
            Map.of(),
            "rotate_a",
            20,
            1,
            List.of(),
            List.of(),
            "cpu",
            300,
            1000,
            2000,
            800,
            Map.of());

    assertThat(log(notes -> notes.writeEnd(trained)))
        .contains(
            "INFO",
            "train 'films': 20261202T104209.530Z serves, with 12 nodes and 9 interactions,"
                + " after 4 s");
  }
}
