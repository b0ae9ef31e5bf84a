package org.metarec.graph.node;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class NodeKeyTest {

  private static NodeKey number(String label, long value, long nodeId) {
    return new NodeKey(label, Optional.of(value), Optional.empty(), nodeId);
  }

  private static NodeKey text(String label, String value, long nodeId) {
    return new NodeKey(label, Optional.empty(), Optional.of(value), nodeId);
  }

  private static NodeKey none(String label, long nodeId) {
    return new NodeKey(label, Optional.empty(), Optional.empty(), nodeId);
  }

  @Test
  void labelsThenIntegersThenTextThenNoKeyThenIds() {
    List<NodeKey> ordered =
        List.of(
            number("Film", -3, 9),
            number("Film", 9, 8),
            number("Film", 10, 7),
            text("Film", "10", 6),
            text("Film", "9", 4),
            text("Film", "9", 5),
            none("Film", 1),
            none("Film", 2),
            number("Person", 1, 0));
    assertThat(ordered.stream().sorted(Comparator.reverseOrder()).sorted())
        .containsExactlyElementsOf(ordered);
  }

  @Test
  void hashesTellApartWhatHasAnotherKeyOrAnotherId() {
    assertThat(
            List.of(
                number("Film", 9, 1),
                text("Film", "9", 1),
                text("Film", "9", 2),
                none("Film", 1),
                none("Film", 2)))
        .extracting(NodeKey::hash)
        .doesNotHaveDuplicates();
    assertThat(text("Film", "9", 4).hash()).isEqualTo(text("Film", "9", 4).hash());
  }
}
