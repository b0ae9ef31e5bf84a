package org.metarec.path;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.metarec.triple.Progress;

class LinksTest {

  private static Links links(int sourceCount, int[] sources, int[] targets, long[] handles) {
    return LinkList.sorted(sourceCount, sources, targets, handles, Progress.NONE);
  }

  @Test
  void ofParallelLinksTheSmallestHandleStays() {
    Links links = links(2, new int[] {1, 1, 1, 0}, new int[] {4, 4, 2, 4}, new long[] {9, 7, 8, 6});
    assertThat(links.degree(0)).isEqualTo(1);
    assertThat(links.degree(1)).isEqualTo(2);
    assertThat(links.target(links.from(1))).isEqualTo(2);
    assertThat(links.handle(links.from(1) + 1)).isEqualTo(7);
    assertThat(links.to(0)).isEqualTo(links.from(1));
  }

  /** "source target" of each link, row by row. */
  private static Set<String> words(Links links, boolean turned) {
    return IntStream.range(0, links.sourceCount())
        .boxed()
        .flatMap(
            source ->
                IntStream.range(links.from(source), links.to(source))
                    .mapToObj(
                        link ->
                            turned
                                ? links.target(link) + " " + source
                                : source + " " + links.target(link)))
        .collect(Collectors.toSet());
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("org.metarec.testing.Seeds#hundred")
  void turnedAroundTheyAreTheSameLinks(long seed) {
    Random random = new Random(seed);
    int size = random.nextInt(50);
    Links links =
        links(
            10,
            random.ints(size, 0, 10).toArray(),
            random.ints(size, 0, 8).toArray(),
            random.longs(size, 0, 1000).toArray());
    assertThat(words(links.reversed(8), true)).isEqualTo(words(links, false));
    for (int source = 0; source < 10; source++) {
      assertThat(IntStream.range(links.from(source), links.to(source)).mapToObj(links::target))
          .isSorted()
          .doesNotHaveDuplicates();
      for (int target = 0; target < 8; target++) {
        int link = links.find(source, target);
        assertThat(link >= 0).isEqualTo(words(links, false).contains(source + " " + target));
        assertThat(link < 0 || links.target(link) == target).isTrue();
      }
    }
  }

  /** Row by row or all at once, what comes out is the same. */
  @ParameterizedTest(name = "seed {0}")
  @MethodSource("org.metarec.testing.Seeds#hundred")
  void shortRowsAreSortedAsAllAre(long seed) {
    Random random = new Random(seed);
    int size = random.nextInt(60);
    int[] sources = random.ints(size, 0, 10).sorted().toArray();
    int[] targets = random.ints(size, 0, 8).toArray();
    long[] handles = random.longs(size, 0, 1000).toArray();

    Links expected = links(10, sources, targets.clone(), handles.clone());

    Links found = LinkList.ofShortRows(10, sources, targets.clone(), handles.clone());
    assertThat(found.targetCount()).isEqualTo(expected.targetCount());
    for (int source = 0; source < 10; source++) {
      assertThat(found.from(source)).isEqualTo(expected.from(source));
      assertThat(found.to(source)).isEqualTo(expected.to(source));
    }
    for (int link = 0; link < found.to(9); link++) {
      assertThat(found.target(link)).isEqualTo(expected.target(link));
      assertThat(found.handle(link)).isEqualTo(expected.handle(link));
    }
  }
}
