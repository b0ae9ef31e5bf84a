package org.metarec.graph;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class GraphSchemaTest {
  private static SchemaRow row(SchemaRole role, String name, long count) {
    return new SchemaRow(role, Optional.of(name), count, true, "as given");
  }

  /** Of ten users nine have a city, and each follows four or five others. */
  @Test
  void aUserHasAValueOfEachPropertyAndOneForEachRelationship() {
    GraphSchema schema =
        new GraphSchema(
            List.of(
                row(SchemaRole.USER, "User", 10),
                row(SchemaRole.USER_FEATURE, "city", 9),
                row(SchemaRole.USER_FEATURE, "FOLLOWS", 45)));

    assertThat(schema.valuesOfUser()).isEqualTo(1 + 4);
  }

  @Test
  void whereNoFeaturesAreWantedAUserHasNoValue() {
    SchemaRow none = new SchemaRow(SchemaRole.USER_FEATURE, Optional.empty(), 0, true, "as given");

    assertThat(new GraphSchema(List.of(none)).valuesOfUser()).isZero();
  }
}
