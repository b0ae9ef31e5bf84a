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

/** A given feature may have more values than one that is found; that it has is said. */
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
