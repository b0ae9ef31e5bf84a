package org.metarec.path;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.metarec.path.LinkDirection.INCOMING;
import static org.metarec.path.LinkDirection.OUTGOING;

import java.util.BitSet;
import java.util.concurrent.CancellationException;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.metarec.testing.Impatient;

class PathIndexTest {

  private static final double FLOAT_ROUNDING = 1e-6;

  /** Three films; 0 and 1 share director 5, all share genre 0; film 2 is the sequel of film 0. */
  private static PathIndex.Builder films() {
    PathIndex.Builder builder = new PathIndex.Builder(3, 3, 3, 0);
    builder.link(0, 1, 5, 101);
    builder.link(0, 0, 5, 100);
    builder.link(0, 0, 6, 103);
    IntStream.range(0, 3).forEach(film -> builder.link(1, film, 0, 200 + film));
    builder.linkItems(2, 2, 0, 300);
    builder.linkItems(2, 1, 1, 301);
    return builder;
  }

  private static int[] targets(Links links, int source) {
    return IntStream.range(links.from(source), links.to(source)).map(links::target).toArray();
  }

  @Test
  void linksAreFoundFromBothSides() {
    PathRelation directed = films().build().relation(0);
    assertThat(targets(directed.attributes(), 0)).containsExactly(5, 6);
    assertThat(targets(directed.attributes(), 2)).isEmpty();
    assertThat(targets(directed.items(), 5)).containsExactly(0, 1);
    assertThat(directed.attributes().handle(directed.attributes().from(0))).isEqualTo(100);
  }

  @Test
  void itemsLinkedDirectlyAreFoundFromEachOtherButNotFromThemselves() {
    PathRelation sequel = films().build().relation(2);
    assertThat(targets(sequel.direct().incoming(), 0)).containsExactly(2);
    assertThat(targets(sequel.direct().outgoing(), 2)).containsExactly(0);
    assertThat(sequel.direct().neighbours(1)).isEmpty();
    assertThat(sequel.direct().outgoing().handle(0)).isEqualTo(300);
    assertThat(sequel.attributes().isEmpty()).isTrue();
  }

  @Test
  void someRelationsCanBeEmptied() {
    BitSet directorsAndSequels = new BitSet();
    directorsAndSequels.set(0);
    directorsAndSequels.set(2);
    PathIndex films = films().build();
    PathIndex left = films.without(directorsAndSequels);

    assertThat(left.relationCount()).isEqualTo(3);
    for (int film = 0; film < 3; film++) {
      assertThat(left.relation(0).links(film)).isFalse();
      assertThat(left.relation(2).links(film)).isFalse();
    }
    assertThat(left.relation(1)).isSameAs(films.relation(1));
    assertThat(left.linksItems()).isFalse();
    assertThat(films.without(new BitSet())).isSameAs(films);
  }

  @Test
  void anAttributeWeighsAsMuchAsItIsRare() {
    PathIndex films = films().build();
    assertThat(films.relation(0).idf(5)).isCloseTo((float) Math.log(4 / 3.0), within(1e-6f));
    assertThat(films.relation(0).idf(6)).isCloseTo((float) Math.log(4 / 2.0), within(1e-6f));
    assertThat(films.relation(1).idf(0)).as("every item has it").isZero();
  }

  @Test
  void theLengthOfAnItemIsThatOfItsWeightedAttributes() {
    PathRelation directed = films().build().relation(0);
    assertThat((double) directed.norm(0))
        .isCloseTo(Math.sqrt(Math.log(4 / 3.0) + Math.log(4 / 2.0)), within(FLOAT_ROUNDING));
    assertThat(directed.norm(2)).isZero();
  }

  /** Film 0 has directors 5 and 6, film 1 has 5 alone: what they share is idf_5 / (|0| √idf_5). */
  @Test
  void aSharedAttributeCountsByItsWeightOverTheLengthsOfBoth() {
    PathIndex films = films().build();
    double five = Math.log(4 / 3.0);
    assertThat(films.relation(0).sharedPart(5, 0, 1))
        .isCloseTo(five / Math.sqrt((five + Math.log(2)) * five), within(FLOAT_ROUNDING));
    assertThat(films.relation(1).sharedPart(0, 0, 1)).as("every item has it").isZero();
  }

  @Test
  void aDirectLinkCountsLessTheMoreOfItsKindAnItemHas() {
    PathIndex.Builder films = films();
    assertThat(films.build().relation(2).direct().share(OUTGOING, 0)).isEqualTo(1);
    films.linkItems(2, 1, 0, 302); // both lead to film 0
    films.linkItems(2, 0, 1, 303);

    DirectLinks direct = films.build().relation(2).direct();
    assertThat(direct.share(OUTGOING, 0)).isEqualTo(0.5);
    assertThat(direct.share(INCOMING, 0)).isEqualTo(1);
    assertThat(direct.share(OUTGOING, 2)).as("none leads to it").isZero();
    assertThat(direct.neighbours(0)).containsExactly(1, 2);
  }

  /** Films 0 and 2 are in colour. */
  @Test
  void valuesMakeItemsAlikeAsNodesDo() {
    PathIndex.Builder builder = new PathIndex.Builder(3, 3, 1, 1);
    IntStream.of(0, 2).forEach(film -> builder.link(1, film, 9, Links.NO_HANDLE));
    PathIndex films = builder.build();

    assertThat(films.relation(1).sharedPart(9, 0, 2)).isCloseTo(1, within(FLOAT_ROUNDING));
    assertThat(films.relationCount()).isEqualTo(2);
    assertThat(films.nodeRelations()).isEqualTo(1);
  }

  @Test
  void anIndexWithoutLinksIsEmpty() {
    PathIndex empty = new PathIndex.Builder(2, 2, 1, 0).build();
    assertThat(empty.itemCount()).isEqualTo(2);
    assertThat(empty.relationCount()).isEqualTo(1);
    assertThat(empty.relation(0).attributes().isEmpty()).isTrue();
    assertThat(empty.relation(0).items().sourceCount()).isZero();
  }

  @Test
  void theCallerCanEndItWhileLinksArePutInOrder() {
    assertThatThrownBy(() -> films().build(new Impatient(3)))
        .isInstanceOf(CancellationException.class);
  }
}
