package org.metarec.graph.reading;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
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

  @Test
  void oneThatTwoUsersShareOrThatFewHaveIsLearnedFrom() {
    assertThatCode(() -> require(101, 102)).doesNotThrowAnyException();
    assertThatCode(() -> require(100, 100)).doesNotThrowAnyException();
  }
}
