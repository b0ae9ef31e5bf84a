package org.metarec.graph.discovery;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.metarec.graph.SchemaConfig;
import org.metarec.graph.SchemaRole;
import org.metarec.graph.SchemaRow;
import org.metarec.testing.EmptyDatabase;

/** What is said of the values of properties that a caller names. */
class GivenFeaturesIT {
  @RegisterExtension static final EmptyDatabase DATABASE = new EmptyDatabase();

  private static final Discovered DISCOVERED = new Discovered(DATABASE);

  private static Map<String, String> details(int products) {
    DATABASE.run(
        """
        UNWIND range(1, %d) AS i
        CREATE (:User {id: i})-[:CLICKED]->(:Product {id: i, price: i + .5, band: i %% 3,
          sizes: [toString(i), toString(i %% 3)]})
        """
            .formatted(products));
    List<String> features = List.of("price", "band", "sizes");
    SchemaConfig given = new SchemaConfig(Map.of(SchemaRole.ITEM_FEATURE, features));
    return DISCOVERED.by(given).rows().stream()
        .filter(row -> row.role() == SchemaRole.ITEM_FEATURE)
        .collect(Collectors.toMap(row -> row.name().orElseThrow(), SchemaRow::detail));
  }

  @Test
  void ofAHundredValuesNothingIsSaid() {
    assertThat(details(100).values()).hasSize(3).containsOnly("as given");
  }

  @Test
  void thatThereAreMoreIsSaid() {
    assertThat(details(101))
        .containsEntry(
            "price", "as given; more than 100 distinct values, each of which is learned by itself")
        .containsEntry("band", "as given")
        .containsEntry("sizes", "as given");
  }

  private static SchemaConfig properties(String time, String rating, String itemTime) {
    return new SchemaConfig(
        Map.of(
            SchemaRole.TIME, List.of(time),
            SchemaRole.RATING, List.of(rating),
            SchemaRole.ITEM_TIME, List.of(itemTime)));
  }

  private static void twoClicksOfWhichOneIsNotTimed() {
    DATABASE.run(
        """
        CREATE (eva:User {id: 1}), (eva)-[:CLICKED {at: 'soon', on: '1996-07-04'}]->(:Item {made: 0}),
          (eva)-[:CLICKED {at: 7, on: '1996-07-05'}]->(:Item {made: 1999})
        """);
  }

  @Test
  void valuesThatCannotBeUsedAreCounted() {
    twoClicksOfWhichOneIsNotTimed();
    assertThat(DISCOVERED.by(properties("at", "at", "made")).rows())
        .extracting(SchemaRow::detail)
        .contains(
            "as given; no date, datetime or number in 1 of its 2 values",
            "as given; no number in 1 of its 2 values",
            "as given; no year or date in 1 of its 2 values");
  }

  @Test
  void aPropertyOfWhichNoValueCanBeUsedIsRefused() {
    twoClicksOfWhichOneIsNotTimed();
    DATABASE.run("MATCH (item:Item) SET item.made = 'long ago'");
    assertThat(DISCOVERED.problems(properties("on", "on", "made")))
        .containsExactly(
            "timeProperty: no date, datetime or number in any of the 2 values of 'on'; store"
                + " datetime(replace(text, ' ', 'T')), leave it out, or name another property",
            "ratingProperty: no number in any of the 2 values of 'on'; leave it out, or name"
                + " another property",
            "itemTimeProperty: no year or date in any of the 2 values of 'made'; leave it out, or"
                + " name another property");
  }

  @Test
  void aPropertyIsNoRelation() {
    DATABASE.run("CREATE (:User {id: 1})-[:CLICKED]->(:Product {id: 1, band: 2})");
    SchemaConfig given = new SchemaConfig(Map.of(SchemaRole.RELATION, List.of("band")));

    assertThat(DISCOVERED.problems(given))
        .singleElement()
        .asString()
        .endsWith("band is a property: name it in itemFeatures if items bear it");
  }
}
