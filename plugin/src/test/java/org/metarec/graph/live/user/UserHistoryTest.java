package org.metarec.graph.live.user;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.metarec.graph.live.item.KeyHashes;
import org.metarec.graph.node.NodeKey;
import org.metarec.meta.inner.SupportSet;

class UserHistoryTest {
  private static final KeyHashes KEYS =
      KeyHashes.of(
          LongStream.range(0, SupportSet.LATEST + 2)
              .mapToObj(id -> new NodeKey("Film", Optional.of(id), Optional.empty(), id))
              .toList(),
          0);

  @Test
  void onlyTheLatestAreAdaptedFromButAllAreSeen() {
    List<UserHistory.Past> clicks =
        IntStream.range(0, SupportSet.LATEST + 2)
            .mapToObj(i -> new UserHistory.Past(i, i % 6, OptionalLong.of(1000 + i), false, i))
            .toList();
    UserHistory history = UserHistory.of(clicks, List.of(), KEYS);

    assertThat(history.seen()).hasSize(SupportSet.LATEST + 2);
    SupportSet support = history.support();
    assertThat(support.size()).isEqualTo(SupportSet.LATEST);
    for (int position : new int[] {0, 7, SupportSet.LATEST - 1}) {
      assertThat(support.item(position)).isEqualTo(position + 2);
      assertThat(history.supporting(position).item()).isEqualTo(position + 2);
      assertThat(history.supporting(position).handle()).hasValue(1002 + position);
    }
    assertThat(support.target(3)).as("of a rating of 5").isEqualTo(1.5f);
  }

  private static UserHistory at(double first, double second) {
    UserHistory.Past one = new UserHistory.Past(1, Float.NaN, OptionalLong.of(1), false, first);
    UserHistory.Past other = new UserHistory.Past(2, Float.NaN, OptionalLong.of(2), false, second);
    return UserHistory.of(List.of(one, other), List.of(), KEYS);
  }

  @Test
  void whatIsAdaptedFromKnowsWhenItWas() {
    assertThat(at(10, 20).support().fades()).isTrue();
    assertThat(at(20, 20).support().fades()).isFalse();
    assertThat(at(Double.NEGATIVE_INFINITY, 20).support().fades()).isFalse();
  }

  /** Stored weights of the one must not serve the other. */
  @Test
  void whatFollowedOnWhatMakesAnotherHistoryAndNotWhen() {
    long oneAfterAnother = at(10, 20).fingerprint();

    assertThat(at(Double.NEGATIVE_INFINITY, 20).fingerprint()).isNotEqualTo(oneAfterAnother);
    assertThat(at(20, 20).fingerprint()).isNotEqualTo(oneAfterAnother);
    assertThat(at(11, 25).fingerprint()).isEqualTo(oneAfterAnother);
  }

  @Test
  void whatTheCallerTellsOfIsAdaptedFromHoweverOldItIs() {
    List<UserHistory.Past> clicks =
        IntStream.range(0, SupportSet.LATEST + 2)
            .mapToObj(i -> new UserHistory.Past(i, Float.NaN, OptionalLong.empty(), i == 0, i))
            .toList();
    UserHistory history = UserHistory.of(clicks, List.of(), KEYS);

    assertThat(history.support().size()).isEqualTo(SupportSet.LATEST);
    assertThat(history.supporting(0).item()).isZero();
    assertThat(history.supporting(1).item()).isEqualTo(3);
  }
}
