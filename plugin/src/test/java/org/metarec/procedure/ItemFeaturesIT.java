package org.metarec.procedure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.neo4j.driver.Record;
import org.neo4j.driver.Value;

/** Visitors who view coats of their size, whatever the colour; both are properties. */
class ItemFeaturesIT {
  private static final String TEN =
      "CALL metarec.recommend('%s', {topK: 10}) YIELD item RETURN item.size";

  @RegisterExtension static final ProcedureDatabase DATABASE = new ProcedureDatabase();

  @BeforeAll
  static void train() {
    DATABASE.clear();
    DATABASE.rows("CREATE CONSTRAINT FOR (visitor:Visitor) REQUIRE visitor.id IS UNIQUE");
    DATABASE.rows(
        """
        UNWIND range(0, 79) AS number
        CREATE (:Coat {title: 'coat ' + number, size: ['S', 'M', 'L', 'XL'][number % 4],
          colour: ['red', 'blue', 'green'][number % 3]})
        """);
    DATABASE.rows(
        """
        UNWIND range(0, 119) AS number WITH number, ['S', 'M', 'L', 'XL'][number % 4] AS size
        CREATE (visitor:Visitor {id: 'v' + number, fits: size})
        WITH visitor, number, size MATCH (coat:Coat {size: size})
        WITH visitor, coat ORDER BY (number * 7 + id(coat) * 11) % 41
        WITH visitor, collect(coat)[..6] AS coats UNWIND coats AS coat
        CREATE (visitor)-[:VIEWED]->(coat)
        """);
    DATABASE.rows("CALL metarec.train({epochs: 5, embeddingDimension: 8})");
  }

  private static List<String> sizes(String visitor) {
    return DATABASE.texts(TEN.formatted(visitor));
  }

  @Test
  void whoViewedThreeCoatsGetsOthersOfTheirSize() {
    DATABASE.rows(
        """
        CREATE (visitor:Visitor {id: 'three'})
        WITH visitor MATCH (coat:Coat) WHERE coat.title IN ['coat 1', 'coat 5', 'coat 9']
        CREATE (visitor)-[:VIEWED]->(coat)
        """);

    assertThat(sizes("three")).hasSize(10).containsOnly("M");
  }

  @Test
  void whoViewedNothingGetsWhatFits() {
    DATABASE.rows("CREATE (:Visitor {id: 'none', fits: 'L'})");

    assertThat(sizes("none")).hasSize(10).containsOnly("L");
  }

  @Test
  void aNewCoatIsFoundByItsSizeAndByTheOneThatItHasNow() {
    DATABASE.rows("CREATE (:Visitor {id: 'asks', fits: 'S'}), (:Coat {title: 'new', size: 'XL'})");
    String score = "CALL metarec.score('asks', ['new']) YIELD score RETURN toString(score)";
    double before = Double.parseDouble(DATABASE.texts(score).get(0));
    DATABASE.rows("MATCH (coat:Coat {title: 'new'}) SET coat.size = 'S'");

    assertThat(Double.parseDouble(DATABASE.texts(score).get(0))).isGreaterThan(before);
    DATABASE.rows("MATCH (coat:Coat {title: 'new'}) DELETE coat");
  }

  @Test
  void theSizeIsAPartOfTheScoreWithoutAPath() {
    Record best =
        DATABASE.row(
            "CALL metarec.recommend('v1', {topK: 1}) YIELD item, score, contributions, paths"
                + " RETURN *");
    List<Record> parts =
        DATABASE.rows(
            "CALL metarec.explain('v1', $title) YIELD path, relation, contribution RETURN *",
            Map.of("title", best.get("item").get("title")));

    Map<String, Double> contributions = best.get("contributions").asMap(Value::asDouble);
    assertThat(contributions).containsOnlyKeys("base", "taste", "colour", "size");
    assertThat(contributions.get("size")).isPositive();
    assertThat(contributions.values().stream().mapToDouble(d -> d).sum())
        .isCloseTo(best.get("score").asDouble(), within(1e-5));
    assertThat(best.get("paths").asList()).isEmpty();
    assertThat(parts)
        .allMatch(part -> part.get("path").isNull())
        .extracting(part -> part.get("relation").asString())
        .containsExactly("base", "taste", "colour", "size");
    assertThat(parts.get(3).get("contribution").asDouble())
        .isCloseTo(contributions.get("size"), within(1e-5));
  }
}
