package org.metarec.graph.live.item;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.metarec.graph.node.NodeKey;

class KeyHashesTest {

  private static NodeKey film(String title, long nodeId) {
    return new NodeKey("Film", Optional.empty(), Optional.of(title), nodeId);
  }

  private static final NodeKey ALIEN = film("Alien", 7);
  private static final NodeKey HEAT = film("Heat", 5);

  @Test
  void anItemHasTheSameHashUnderAnotherNumber() {
    assertThat(KeyHashes.of(List.of(HEAT), 1).of(0))
        .isEqualTo(KeyHashes.of(List.of(ALIEN, HEAT), 2).of(1));
  }

  @Test
  void aFilmThatIsCreatedAgainIsAnother() {
    assertThat(KeyHashes.of(List.of(HEAT), 1).of(0))
        .isNotEqualTo(KeyHashes.of(List.of(HEAT), 0).of(0))
        .isNotEqualTo(KeyHashes.of(List.of(film("Ronin", 5)), 1).of(0)); // in its place
  }

  @Test
  void filmsOfOneTitleAreToldApart() {
    KeyHashes remake = KeyHashes.of(List.of(ALIEN, film("Scarface", 1), film("Scarface", 2)), 3);

    assertThat(List.of(remake.of(0), remake.of(1), remake.of(2))).doesNotHaveDuplicates();
  }

  @Test
  void filmsOfOneTitleThatComeLaterAreToldApartToo() {
    ChangedRows later = new ChangedRows(2);
    later.add(1, ReadItem.trained(1, film("Scarface", 1), new float[0], null));
    later.add(2, ReadItem.trained(2, film("Scarface", 2), new float[0], null));

    KeyHashes hashes = KeyHashes.of(List.of(ALIEN), 1).with(later);

    assertThat(hashes.of(1)).isNotEqualTo(hashes.of(2));
  }
}
