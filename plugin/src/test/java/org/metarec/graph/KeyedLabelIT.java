package org.metarec.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.metarec.GraphMismatchException;
import org.metarec.graph.node.NodeKey;
import org.metarec.testing.EmptyDatabase;
import org.metarec.triple.Progress;
import org.neo4j.graphdb.Label;
import org.neo4j.graphdb.Node;

class KeyedLabelIT {
  @RegisterExtension static final EmptyDatabase DATABASE = new EmptyDatabase();

  private static final KeyedLabel FILM = new KeyedLabel("Film", Optional.of("id"));

  private static Object titleOf(KeyedLabel label, Object given) {
    return DATABASE.read(tx -> label.find(tx, given).getProperty("title"));
  }

  @Test
  void aNodeIsFoundByTheValueOfItsKey() {
    DATABASE.run(
        "CREATE CONSTRAINT FOR (film:Film) REQUIRE film.id IS UNIQUE",
        "CREATE (:Film {id: 17, title: 'number'}), (:Film {id: '17', title: 'text'})",
        "CREATE (:Book {id: 17, title: 'book'})");
    assertThat(List.of(titleOf(FILM, 17), titleOf(FILM, 17L), titleOf(FILM, 17.0)))
        .containsOnly("number");
    assertThat(titleOf(FILM, "17")).isEqualTo("text");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "RETURN 'no constraint'",
        "CREATE CONSTRAINT FOR (film:Film) REQUIRE film.id IS UNIQUE"
      })
  void aKeyMayBeADateABooleanOrAPoint(String constraint) {
    DATABASE.run(
        constraint,
        "CREATE (:Film {id: date('1995-12-15'), title: 'date'})",
        "CREATE (:Film {id: true, title: 'flag'}), (:Film {id: 'true', title: 'text'})",
        "CREATE (:Film {id: point({x: 1, y: 2}), title: 'here'})");
    Object here =
        DATABASE.read(tx -> tx.findNode(Label.label("Film"), "title", "here").getProperty("id"));

    assertThat(titleOf(FILM, LocalDate.of(1995, 12, 15))).isEqualTo("date");
    assertThat(titleOf(FILM, true)).isEqualTo("flag");
    assertThat(titleOf(FILM, here)).isEqualTo("here");
    assertThatThrownBy(() -> titleOf(FILM, false)).hasMessageContaining("no Film has id false;");
  }

  @Test
  void aNodeOfTheLabelIsTakenAsItIs() {
    DATABASE.run("CREATE (:Film {title: 'Heat'})");
    Node heat = DATABASE.read(tx -> tx.getAllNodes().iterator().next());
    DATABASE.inspect(
        tx ->
            assertThat(FILM.find(tx, tx.getNodeByElementId(heat.getElementId()))).isEqualTo(heat));
  }

  @Test
  void aValueThatNobodyHasIsNamedWithItsProperty() {
    DATABASE.run("CREATE (:Film {id: 'm1'})");
    assertThatThrownBy(() -> titleOf(FILM, "m2"))
        .isInstanceOf(GraphMismatchException.class)
        .hasMessage("no Film has id 'm2'; pass a node Film or the value of its id");
    assertThatThrownBy(() -> titleOf(FILM, 2)).hasMessageContaining("no Film has id 2;");
  }

  @Test
  void allThatNobodyHasAreNamedAtOnceButForVeryMany() {
    DATABASE.run("CREATE (:Film {id: 'm1'})");
    List<Object> many = IntStream.range(0, 50).<Object>mapToObj(i -> "x" + i).toList();

    assertThat(DATABASE.<List<Node>>read(tx -> FILM.findAll(tx, List.of("m1", "m1")))).hasSize(2);
    assertThatThrownBy(() -> DATABASE.read(tx -> FILM.findAll(tx, List.of("m2", "m1", 3))))
        .isInstanceOf(GraphMismatchException.class)
        .hasMessageStartingWith("no Film has id 'm2'; pass")
        .hasMessageContaining("; no Film has id 3; pass");
    assertThatThrownBy(() -> DATABASE.read(tx -> FILM.findAll(tx, many)))
        .hasMessageContaining("'x9'")
        .hasMessageEndingWith("; there may be more");
  }

  @Test
  void aNumberThatIsGivenAsTextIsToldApart() {
    DATABASE.run("CREATE (:Film {id: 1000}), (:Film {id: '17'})");
    assertThatThrownBy(() -> titleOf(FILM, "1000"))
        .hasMessage("no Film has id '1000'; id 1000 is a number: pass it as one");
    assertThatThrownBy(() -> titleOf(FILM, 17L))
        .hasMessage("no Film has id 17; id '17' is a string: pass it as one");
    assertThatThrownBy(() -> titleOf(FILM, "1001")).hasMessageContaining("pass a node Film or");
  }

  @Test
  void aValueThatSeveralHaveIsAnErrorWithTheirNumber() {
    DATABASE.run("CREATE (:Film {id: 'm1'}), (:Film {id: 'm1'}), (:Film {id: 'm1'})");
    assertThatThrownBy(() -> titleOf(FILM, "m1")).hasMessageContaining("3 nodes Film have id 'm1'");
  }

  @Test
  void anotherLabelIsRefused() {
    DATABASE.run("CREATE (:Book:Thing)");
    assertThatThrownBy(() -> DATABASE.read(tx -> FILM.find(tx, tx.getAllNodes().iterator().next())))
        .isInstanceOf(GraphMismatchException.class)
        .hasMessageContaining("is no Film, its labels are [Book, Thing]");
  }

  @Test
  void aDeletedNodeIsRefused() {
    DATABASE.run("CREATE (:Film {id: 'm1'})");
    assertThatThrownBy(
            () ->
                DATABASE.read(
                    tx -> {
                      Node film = tx.getAllNodes().iterator().next();
                      film.delete();
                      return FILM.find(tx, film);
                    }))
        .isInstanceOf(GraphMismatchException.class)
        .hasMessageContaining("has been deleted");
  }

  @Test
  void withoutAKeyOnlyNodesAreFound() {
    assertThatThrownBy(() -> titleOf(new KeyedLabel("Film", Optional.empty()), "Heat"))
        .isInstanceOf(GraphMismatchException.class)
        .hasMessageContaining("nodes Film have no key");
  }

  @Test
  void aNodeOfSeveralLabelsTakesTheFirstWithAConstraint() {
    DATABASE.run(
        "CREATE CONSTRAINT FOR (n:Person) REQUIRE n.zip IS UNIQUE",
        "CREATE CONSTRAINT FOR (n:Person) REQUIRE n.personId IS UNIQUE",
        "CREATE CONSTRAINT FOR (n:Star) REQUIRE n.id IS UNIQUE",
        "CREATE CONSTRAINT FOR (n:Pair) REQUIRE (n.one, n.two) IS UNIQUE",
        "CREATE (:Actor:Person:Star {name: 'Al'})",
        "CREATE (:Pair {title: 'Both'}), (:Pair)");
    DATABASE.inspect(
        tx -> {
          LabelKeys keys = new LabelKeys(tx, Progress.NONE);
          Node actor = tx.findNodes(Label.label("Actor")).next();
          assertThat(keys.of(actor)).isEqualTo(new KeyedLabel("Person", Optional.of("personId")));
          assertThat(keys.of("Star").key()).contains("id");
          assertThat(keys.of("Actor").key()).contains("name");
          assertThat(keys.of("Pair").key()).isEmpty();
        });
  }

  @Test
  void aListThatIsAKeySortsByWhatIsInIt() {
    DATABASE.run("CREATE (:Film {id: [2, 1]}), (:Film {id: [1, 3]}), (:Film {id: [1, 2]})");
    DATABASE.inspect(
        tx ->
            assertThat(tx.getAllNodes().stream().map(node -> NodeKey.of(node, FILM)).sorted())
                .extracting(key -> key.text().orElseThrow())
                .containsExactly("[[1, 2]]", "[[1, 3]]", "[[2, 1]]"));
  }
}
