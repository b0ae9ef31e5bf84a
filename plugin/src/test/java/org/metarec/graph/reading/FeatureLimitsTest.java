package org.metarec.graph.reading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.metarec.GraphMismatchException;
import org.metarec.graph.GraphSchema;
import org.metarec.graph.SchemaRole;
import org.metarec.graph.SchemaRow;
import org.metarec.model.rating.RatingScale;
import org.metarec.triple.NodeFeatures;

/** Users with a city, which all share, and a code. */
class FeatureLimitsTest {
  private static final GraphSchema SCHEMA =
      new GraphSchema(List.of(feature("city"), feature("code")));

  private static SchemaRow feature(String name) {
    return new SchemaRow(SchemaRole.USER_FEATURE, Optional.of(name), 1, true, "as given");
  }

  /** The first users have a code each, those after them the first one's. */
  private static void require(int codes, int users) {
    List<String> values =
        Stream.concat(
                Stream.of("city=Ulm"), IntStream.range(0, codes).mapToObj("code=%03d"::formatted))
            .toList();
    int[] offsets = IntStream.rangeClosed(0, users).map(user -> 2 * user).toArray();
    int[] ofUsers =
        IntStream.range(0, users)
            .flatMap(user -> IntStream.of(0, user < codes ? user + 1 : 1))
            .toArray();
    NodeFeatures features = new NodeFeatures(values, offsets, ofUsers);
    new FeatureLimits(SCHEMA).require(List.of(), features, RatingScale.NONE);
  }

  @Test
  void aFeatureWhoseEveryValueIsOfOneUserIsNamed() {
    assertThatThrownBy(() -> require(101, 101))
        .isInstanceOf(GraphMismatchException.class)
        .hasMessageContaining(
            "userFeatures: every one of the 101 values of 'code' occurs on a single node");
  }

  /** Of the nodes the n-th is one of n users. */
  private static NodeFeatures linked(int nodes) {
    List<String> values =
        Stream.concat(
                Stream.of("City=Ulm"), IntStream.range(0, nodes).mapToObj("KNOWS→%04d"::formatted))
            .toList();
    int[] offsets = IntStream.rangeClosed(0, nodes).map(user -> user * (user + 3) / 2).toArray();
    int[] ofUsers =
        IntStream.range(0, nodes)
            .flatMap(
                user ->
                    IntStream.rangeClosed(nodes - user, nodes + 1)
                        .map(i -> i % (nodes + 1))
                        .sorted())
            .toArray();
    return new NodeFeatures(values, offsets, ofUsers);
  }

  private static List<String> withFewNodes(int nodes) {
    RatingScale ratings = new RatingScale(0, 10, 3, 4);
    Predicate<String> isNode = value -> value.startsWith("KNOWS→");
    return FeatureLimits.withFewNodes(linked(nodes), isNode, ratings).values();
  }

  @Test
  void ofTooManyNodesThoseStayThatMostUsersLeadTo() {
    assertThat(withFewNodes(1999)).hasSize(2000).startsWith("City=Ulm", "KNOWS→0000");
    assertThat(withFewNodes(2010)).hasSize(2000).startsWith("City=Ulm", "KNOWS→0011");
  }

  @Test
  void nodesOfOneUserEachAreRefusedAsValuesAre() {
    int[] users = IntStream.rangeClosed(0, 101).toArray();
    List<String> values = IntStream.range(0, 101).mapToObj("code→%03d"::formatted).toList();
    NodeFeatures alone = new NodeFeatures(values, users, IntStream.range(0, 101).toArray());

    assertThatThrownBy(() -> new FeatureLimits(SCHEMA).require(List.of(), alone, RatingScale.NONE))
        .hasMessageContaining("userFeatures: every one of the 101 values of 'code' occurs on a");
  }

  @Test
  void oneThatTwoUsersShareOrThatFewHaveIsLearnedFrom() {
    assertThatCode(() -> require(101, 102)).doesNotThrowAnyException();
    assertThatCode(() -> require(100, 100)).doesNotThrowAnyException();
  }
}
