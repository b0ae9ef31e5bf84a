package org.metarec.procedure.argument;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.metarec.InvalidConfigException;

class NodeArgumentTest {

  @Test
  void aKeyMayBeAStringANumberOrABoolean() {
    assertThat(NodeArgument.one("user", "u17")).isEqualTo("u17");
    assertThat(NodeArgument.one("user", 17L)).isEqualTo(17L);
    assertThat(NodeArgument.one("user", true)).isEqualTo(true);
  }

  @Test
  void oneNodeStandsForAListOfOne() {
    assertThat(NodeArgument.many("items", "m1")).containsExactly("m1");
    assertThat(NodeArgument.many("items", List.of("m1", 2L))).containsExactly("m1", 2L);
  }

  @Test
  void whatCanBeNoNodeIsNamedWithItsType() {
    assertThatThrownBy(() -> NodeArgument.one("user", Map.of("id", "u17")))
        .isInstanceOf(InvalidConfigException.class)
        .hasMessage("user is {id: 'u17'} (a map) but must be a node or the value of its key");
    assertThatThrownBy(() -> NodeArgument.one("item", null))
        .hasMessage("item is null but must be a node or the value of its key");
    assertThatThrownBy(() -> NodeArgument.many("users", Map.of()))
        .hasMessage(
            "users is {} (a map) but must be a list of nodes or of the values of their keys");
  }

  @Test
  void whoseKeyIsAListIsPassedAsANode() {
    assertThatThrownBy(() -> NodeArgument.one("user", List.of("Kay", 17L)))
        .hasMessage(
            "user is ['Kay', 17] (a list) but must be a node or the value of its key; "
                + "if its key is a list, pass the node itself");
  }

  @Test
  void everyWrongElementOfAListIsListed() {
    assertThatThrownBy(
            () -> NodeArgument.many("items", Arrays.asList("m1", null, Map.of("id", "m2"))))
        .hasMessage(
            "items[1] is null but must be a node or the value of its key; "
                + "items[2] is {id: 'm2'} (a map) but must be a node or the value of its key");
  }
}
