package org.metarec.graph.discovery;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.metarec.graph.GraphSchema;
import org.metarec.graph.SchemaConfig;
import org.metarec.graph.SchemaRole;
import org.metarec.graph.SchemaRow;
import org.metarec.testing.EmptyDatabase;
import org.metarec.triple.Progress;

/** What is said of times that a caller has stored and metarec does not find. */
class MissedTimesIT {
  @RegisterExtension static final EmptyDatabase DATABASE = new EmptyDatabase();

  private static List<String> details(SchemaRole role) {
    GraphSchema schema =
        DATABASE.read(tx -> SchemaDiscovery.of(tx, SchemaConfig.NONE, Progress.NONE));
    return schema.rows().stream().filter(row -> row.role() == role).map(SchemaRow::detail).toList();
  }

  @Test
  void datesUnderOtherNamesAreNamed() {
    DATABASE.run(
        """
        CREATE (:User {id: 1})-[:CLICKED {lastAt: datetime(), count: 3, firstAt: date()}]->
          (:Item {id: 1, releasedAt: date()})
        """);
    assertThat(details(SchemaRole.TIME)).isEmpty();
    assertThat(details(SchemaRole.INTERACTION))
        .singleElement()
        .asString()
        .endsWith("; no time was found, but dates in firstAt, lastAt: set timeProperty");
    assertThat(details(SchemaRole.ITEM))
        .singleElement()
        .asString()
        .endsWith("; no time was found, but dates in releasedAt: set itemTimeProperty");
  }

  @Test
  void datesAsTextAreNamedWhateverTheirName() {
    DATABASE.run(
        """
        CREATE (:User {id: 1})-[:CLICKED {orderDate: '1996-07-04 00:00:00.000', note: '96-07-04'}]->
          (:Item {id: 1, since: '1996-07-04', number: '1996-07-041', code: '1996-77-04'})
        """);
    assertThat(details(SchemaRole.INTERACTION))
        .singleElement()
        .asString()
        .endsWith(
            "; no time was found, but dates as text in orderDate: store datetime(replace(text, ' ',"
                + " 'T'))");
    assertThat(details(SchemaRole.ITEM))
        .singleElement()
        .asString()
        .contains("no time was found, but dates as text in since: store");
    String asAdvised =
        "MATCH ()-[click:CLICKED]->() RETURN datetime(replace(click.orderDate, ' ', 'T')).year AS year";
    Object year = DATABASE.read(tx -> tx.execute(asAdvised).next().get("year"));
    assertThat(year).isEqualTo(1996);
  }

  @Test
  void textUnderTheRightNameIsNoTime() {
    DATABASE.run("CREATE (:User {id: 1})-[:CLICKED {at: 'yesterday'}]->(:Item {id: 1})");
    assertThat(details(SchemaRole.INTERACTION))
        .singleElement()
        .asString()
        .endsWith("; no time was found: no date, datetime or number in at");
  }

  @Test
  void interactionsWithoutTheTimeAreCounted() {
    DATABASE.run(
        """
        CREATE (eva:User {id: 1}), (eva)-[:CLICKED {at: date()}]->(:Item {id: 1}),
          (eva)-[:CLICKED {seen: date()}]->(:Item {id: 2}), (eva)-[:CLICKED]->(:Item {id: 3})
        """);
    assertThat(details(SchemaRole.TIME))
        .containsExactly(
            "first of at, timestamp, time, createdAt; 2 of 3 have none, but there are dates in"
                + " seen");
  }

  @Test
  void aYearThatStandsForUnknownIsNone() {
    DATABASE.run("CREATE (:User {id: 1})-[:CLICKED {at: 1}]->(:Item {id: 1, year: 0})");
    assertThat(details(SchemaRole.ITEM))
        .singleElement()
        .asString()
        .endsWith("; no time was found: no year or date in year");
  }

  @Test
  void otherTypesOfInteractionsAreNamedFirst() {
    DATABASE.run(
        """
        CREATE (eva:User {id: 1}), (eva)-[:CLICKED {seen: date()}]->(heat:Item {id: 1}),
          (eva)-[:SAVED]->(heat)
        """);
    assertThat(details(SchemaRole.INTERACTION))
        .singleElement()
        .asString()
        .endsWith(
            "; with users at the other end, left out unless relationshipTypes names them: SAVED (1);"
                + " no time was found, but dates in seen: set timeProperty");
  }

  @Test
  void numbersAreNotTakenForDates() {
    DATABASE.run("CREATE (:User {id: 1})-[:CLICKED {count: 3}]->(:Item {id: 1, pages: 90})");
    assertThat(details(SchemaRole.INTERACTION)).singleElement().asString().doesNotContain("time");
    assertThat(details(SchemaRole.ITEM)).singleElement().asString().doesNotContain("time");
  }
}
