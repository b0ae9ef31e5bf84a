package org.metarec.bench.arrivals;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.metarec.bench.arrivals.Shop.Read;
import org.metarec.bench.experiment.Printed;

class ShopTest {
  private static final Shop SHOP = new Shop(1200, 1, 30, 0, 1);
  private static final double DAYS = 20;

  @Test
  void nobodyReadsABookBeforeItHasComeNorTwice() {
    Set<List<Integer>> pairs = new HashSet<>();
    for (Read read : SHOP.reads()) {
      assertThat(SHOP.arrival(read.book())).isLessThanOrEqualTo(read.day());
      assertThat(pairs.add(List.of(read.reader(), read.book()))).isTrue();
    }
    assertThat(SHOP.reads()).isSortedAccordingTo((a, b) -> Double.compare(a.day(), b.day()));
    assertThat(SHOP.arrived(0)).hasSize(1200);
  }

  /** By chance it is less than one in ten. */
  @Test
  void whereReadersHaveAHabitTheyGoOnWithTheirLastAuthors() {
    Shop shop = new Shop(1200, 1, 30, 5, 1);

    double goingOn =
        shop.reads().stream()
            .filter(
                read ->
                    shop.lastAuthors(read.reader(), read.day()).contains(shop.author(read.book())))
            .count();

    assertThat(goingOn / shop.reads().size()).isBetween(0.3, 0.9);
    assertThat(shop.reads().stream().map(read -> shop.lastAuthors(read.reader(), read.day())))
        .allMatch(last -> last.size() <= 3);
  }

  private static List<String> lines(boolean later, NextReads.Scorer scorer) throws Exception {
    return Printed.by(
        (arguments, settings) -> new NextReads(SHOP, DAYS, later).test("who", scorer),
        List.of(),
        Map.of());
  }

  /** Who reads up to ten books has all of them there. */
  @Test
  void whoKnowsWhatIsReadNextHasMostOfItAmongTheFirst() throws Exception {
    BitSet next = new BitSet();
    SHOP.reads().stream()
        .filter(read -> read.day() >= Shop.DAYS - DAYS)
        .forEach(read -> next.set(read.reader() * Shop.BOOKS + read.book()));

    List<String> lines =
        lines(
            false,
            (reader, books) ->
                IntStream.of(books)
                    .mapToDouble(b -> next.get(reader * Shop.BOOKS + b) ? b : -b)
                    .toArray());

    assertThat(lines.get(0)).startsWith("who, all: hr@10 0.");
    double hits = Double.parseDouble(lines.get(0).split(" ", -1)[3]);
    assertThat(hits).isBetween(0.6, 1.0);
  }

  @Test
  void whoKnowsNothingHasNothingAmongTheFirst() throws Exception {
    List<String> lines = lines(false, (reader, books) -> new double[books.length]);

    assertThat(lines.get(0)).startsWith("who, all: hr@10 0.0000");
  }

  @Test
  void booksThatComeLaterAreThereIfTheyShallBe() throws Exception {
    NextReads.Scorer equal = (reader, books) -> new double[books.length];

    assertThat(lines(false, equal)).noneMatch(line -> line.startsWith("who, later"));
    assertThat(lines(true, equal)).filteredOn(line -> line.startsWith("who, later")).hasSize(1);
  }
}
