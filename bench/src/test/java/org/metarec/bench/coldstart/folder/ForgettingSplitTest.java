package org.metarec.bench.coldstart.folder;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class ForgettingSplitTest {
  private static final int ITEMS = 160;
  private static final int USERS = 40;
  private static final ForgettingSplit SPLIT = ForgettingSplit.of(folder(), 1996);

  /** Every other item is of 1997; each user rates 40 of them all. */
  private static ColdStartFolder folder() {
    List<List<String>> items = new ArrayList<>();
    for (int item = 0; item < ITEMS; item++) {
      items.add(List.of("i" + item, item % 2 == 0 ? "1990" : "1997"));
    }
    List<Interaction> train = new ArrayList<>();
    for (int user = 0; user < USERS; user++) {
      for (int i = 0; i < 40; i++) {
        String item = "i" + (user + i) % ITEMS;
        train.add(new Interaction("u" + user, item, OptionalDouble.of(4)));
      }
    }
    CsvTable users = new CsvTable(List.of("user"), List.of());
    return new ColdStartFolder(
        new CsvTable(List.of("item", "year"), items), users, new TreeMap<>(), train, List.of());
  }

  private static Set<String> users(List<Interaction> interactions) {
    Set<String> users = new HashSet<>();
    interactions.forEach(one -> users.add(one.user()));
    return users;
  }

  @Test
  void usersWhoAreAskedAreNotLearnedFrom() {
    Set<String> learned = users(SPLIT.oldRatings());
    learned.addAll(users(SPLIT.newRatings()));

    assertThat(SPLIT.old().tasks()).hasSize(USERS / 4);
    assertThat(SPLIT.fresh().tasks()).hasSize(USERS / 4);
    assertThat(learned).hasSize(USERS - USERS / 4);
    SPLIT.old().tasks().forEach(task -> assertThat(learned).doesNotContain(task.user()));
    SPLIT.fresh().tasks().forEach(task -> assertThat(learned).doesNotContain(task.user()));
  }

  @Test
  void oldAndNewItemsAreKeptApart() {
    assertThat(SPLIT.oldItems()).hasSize(ITEMS / 2).doesNotContainAnyElementsOf(SPLIT.newItems());
    assertThat(SPLIT.newRatings()).allMatch(one -> SPLIT.newItems().contains(one.item()));
    for (Scenario.Task task : SPLIT.old().tasks()) {
      assertThat(SPLIT.oldItems()).containsAll(task.items());
    }
    for (Scenario.Task task : SPLIT.fresh().tasks()) {
      assertThat(SPLIT.newItems()).containsAll(task.items());
    }
  }

  @Test
  void aTaskAsksForTenItemsAgainstOthersThatTheUserHasNothingToDoWith() {
    for (Scenario.Task task : SPLIT.old().tasks()) {
      assertThat(task.query()).hasSize(10).doesNotContainAnyElementsOf(task.support());
      assertThat(task.negatives())
          .doesNotContainAnyElementsOf(task.support().stream().map(Interaction::item).toList())
          .doesNotContainAnyElementsOf(task.query().stream().map(Interaction::item).toList());
    }
  }
}
