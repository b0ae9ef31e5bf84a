package org.metarec.bench.coldstart.folder;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.metarec.bench.experiment.Settings;

class HoldOutTest {
  private static final int USERS = DatedFolder.USERS;

  @TempDir private Path from;
  @TempDir private Path to;

  @BeforeEach
  void holdOut() throws Exception {
    DatedFolder.write(from);
    new HoldOut().run(List.of(from.toString(), to.toString()), new Settings(Map.of("from", 1995L)));
  }

  private static Set<String> users(List<Interaction> interactions) {
    return interactions.stream().map(Interaction::user).collect(Collectors.toSet());
  }

  private List<Interaction> file(String name) throws IOException {
    return Interaction.read(to.resolve(name + ".csv"));
  }

  @Test
  void newUsersAndNewItemsAreNotLearnedFrom() throws IOException {
    List<Interaction> train = file("train_ratings");

    assertThat(users(file("uc_query")))
        .hasSize(USERS / 4)
        .doesNotContainAnyElementsOf(users(train));
    assertThat(users(file("uic_query"))).doesNotContainAnyElementsOf(users(train));
    assertThat(users(train)).containsAll(users(file("ic_query"))).hasSize(USERS - USERS / 4);
    Set<String> newItems =
        file("ic_query").stream().map(Interaction::item).collect(Collectors.toSet());
    assertThat(train).noneMatch(one -> newItems.contains(one.item()));
  }

  @Test
  void aTaskAsksForTenThatAreNeitherKnownNorLearnedFrom() throws IOException {
    for (String name : List.of("warm", "uc", "ic", "uic")) {
      List<Interaction> query = file(name + "_query");
      assertThat(query).hasSize(10 * users(query).size()).isNotEmpty();
      assertThat(query)
          .doesNotContainAnyElementsOf(file(name + "_support"))
          .doesNotContainAnyElementsOf(file("train_ratings"));
    }
  }

  @Test
  void whatIsWrittenIsReadAgain() throws IOException {
    assertThat(file("train_ratings"))
        .anyMatch(one -> one.item().equals("i4, the \"second\""))
        .allMatch(one -> one.rating().orElseThrow() >= 1);
    assertThat(ColdStartFolder.read(to, false).scenarios()).hasSize(4);
  }

  @Test
  void newItemsAreRankedAmongNewOnesOrAmongAll() throws IOException {
    assertThat(negatives("ic", false)).isNotEmpty().allMatch(HoldOutTest::isNew);
    assertThat(negatives("ic", true)).anyMatch(HoldOutTest::isNew).anyMatch(i -> !isNew(i));
    assertThat(negatives("uc", true)).anyMatch(HoldOutTest::isNew).anyMatch(i -> !isNew(i));
  }

  private List<String> negatives(String scenario, boolean mixed) throws IOException {
    return ColdStartFolder.read(to, mixed).scenarios().stream()
        .filter(one -> one.name().equals(scenario))
        .flatMap(one -> one.tasks().stream())
        .flatMap(task -> task.negatives().stream())
        .toList();
  }

  /** Every other item is of 1995. */
  private static boolean isNew(String item) {
    return !item.contains("second") && Integer.parseInt(item.substring(1)) % 2 == 1;
  }
}
