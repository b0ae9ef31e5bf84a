package org.metarec.procedure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class SchemaProcedureIT {
  @RegisterExtension static final ProcedureDatabase DATABASE = new ProcedureDatabase();

  private static List<String> rows(String config) {
    return DATABASE.rows("CALL metarec.schema(%s)".formatted(config)).stream()
        .map(
            row ->
                "%s %s %d"
                    .formatted(
                        row.get("role").asString(),
                        row.get("name").asString(),
                        row.get("count").asLong()))
        .toList();
  }

  @Test
  void everyRoleIsShownBeforeAnythingIsTrained() {
    assertThat(rows(""))
        .containsExactly(
            "interaction CLICKED 27",
            "user User 8",
            "item Movie 12",
            "relation ACTED_IN 15",
            "relation DIRECTED 12",
            "relation IN_GENRE 14",
            "userKey id 8",
            "itemKey id 12",
            "time at 27",
            "userFeature ageGroup 8",
            "itemTime year 12");
  }

  @Test
  void whatIsGivenIsTakenInstead() {
    assertThat(rows("{relationshipTypes: ['DIRECTED'], userFeatures: []}"))
        .contains("relation DIRECTED 12")
        .doesNotContain("relation IN_GENRE 14", "userFeature ageGroup 8");
  }
}
