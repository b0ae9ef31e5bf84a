package org.metarec.graph.node;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import java.util.TreeSet;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class NodeNumbersTest {

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("org.metarec.testing.Seeds#hundred")
  void aNodeThatIsNamedSeveralTimesHasOneNumberInTheOrderOfIds(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    long[] ids = random.longs(random.nextInt(60), 0, 40).toArray();
    TreeSet<Long> distinct = new TreeSet<>();
    for (long id : ids) {
      distinct.add(id);
    }

    NodeNumbers numbers = NodeNumbers.inOrderOfIds(LongStream.of(ids));

    assertThat(numbers.count()).isEqualTo(distinct.size());
    for (long id = 0; id < 41; id++) {
      int expected = distinct.contains(id) ? distinct.headSet(id).size() : -1;
      assertThat(numbers.number(id)).isEqualTo(expected);
    }
  }
}
