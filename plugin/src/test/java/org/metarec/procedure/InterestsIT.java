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
import org.neo4j.driver.types.Path;

/** Readers who said which genre they like, when they joined, and read books of that genre. */
class InterestsIT {
  private static final String TEN_BOOKS =
      "CALL metarec.recommend('%s', {topK: 10}) YIELD item"
          + " MATCH (item)-[:IN_GENRE]->(genre) RETURN genre.name";

  @RegisterExtension static final ProcedureDatabase DATABASE = new ProcedureDatabase();

  @BeforeAll
  static void train() {
    DATABASE.clear();
    DATABASE.rows("CREATE CONSTRAINT FOR (reader:Reader) REQUIRE reader.id IS UNIQUE");
    DATABASE.rows("CREATE CONSTRAINT FOR (genre:Genre) REQUIRE genre.name IS UNIQUE");
    DATABASE.rows(
        """
        UNWIND ['Crime', 'Poetry'] AS name CREATE (genre:Genre {name: name})
        WITH genre UNWIND range(1, 40) AS number
        CREATE (:Book {title: genre.name + ' ' + number})-[:IN_GENRE]->(genre)
        """);
    DATABASE.rows(
        """
        UNWIND range(0, 79) AS number MATCH (genre:Genre {name: ['Crime', 'Poetry'][number % 2]})
        CREATE (reader:Reader {id: 'r' + number})-[:LIKES]->(genre)
        WITH reader, genre, number MATCH (book:Book)-[:IN_GENRE]->(genre)
        WITH reader, book, number ORDER BY (number * 7 + size(book.title) * 3 + id(book) * 11) % 41
        WITH reader, collect(book)[..6] AS books UNWIND books AS book
        CREATE (reader)-[:VIEWED]->(book)
        """);
    DATABASE.rows(
        "CALL metarec.train({epochs: 5, embeddingDimension: 8, userFeatures: ['LIKES']})");
  }

  @Test
  void whoeverHasReadNothingGetsBooksOfTheGenreChosen() {
    for (String genre : List.of("Crime", "Poetry")) {
      DATABASE.rows(
          "MATCH (genre:Genre {name: '%1$s'}) CREATE (:Reader {id: 'new %1$s'})-[:LIKES]->(genre)"
              .formatted(genre));

      assertThat(DATABASE.texts(TEN_BOOKS.formatted("new " + genre)))
          .hasSize(10)
          .containsOnly(genre);
    }
  }

  @Test
  void thePathLeadsFromTheReaderOverTheGenreAndItsPartsSumToTheScore() {
    DATABASE.rows(
        "MATCH (genre:Genre {name: 'Crime'}) CREATE (:Reader {id: 'asking'})-[:LIKES]->(genre)");
    Record best =
        DATABASE.row(
            "CALL metarec.recommend('asking', {topK: 1})"
                + " YIELD item, score, contributions, paths RETURN *");
    Path path = best.get("paths").get(0).asPath();
    List<Record> parts =
        DATABASE.rows(
            "CALL metarec.explain('asking', $title) YIELD path, relation, contribution RETURN *",
            Map.of("title", best.get("item").get("title")));

    assertThat(path.nodes())
        .extracting(node -> node.labels().iterator().next())
        .containsExactly("Reader", "Genre", "Book");
    assertThat(path.end()).isEqualTo(best.get("item").asNode());
    assertThat(best.get("contributions").get("IN_GENRE").asDouble()).isPositive();
    assertThat(
            best.get("contributions").asMap(Value::asDouble).values().stream()
                .mapToDouble(d -> d)
                .sum())
        .isCloseTo(best.get("score").asDouble(), within(1e-5));
    assertThat(parts.stream().mapToDouble(part -> part.get("contribution").asDouble()).sum())
        .isCloseTo(best.get("score").asDouble(), within(1e-5));
    assertThat(parts)
        .filteredOn(part -> !part.get("path").isNull())
        .singleElement()
        .satisfies(part -> assertThat(part.get("relation").asString()).isEqualTo("IN_GENRE"));
  }

  @Test
  void anotherChoiceCountsInTheNextAnswer() {
    DATABASE.rows(
        "MATCH (genre:Genre {name: 'Crime'}) CREATE (:Reader {id: 'fickle'})-[:LIKES]->(genre)");
    assertThat(DATABASE.texts(TEN_BOOKS.formatted("fickle"))).containsOnly("Crime");

    DATABASE.rows(
        "MATCH (:Reader {id: 'fickle'})-[likes:LIKES]->(), (reader:Reader {id: 'fickle'}),"
            + " (genre:Genre {name: 'Poetry'}) DELETE likes CREATE (reader)-[:LIKES]->(genre)");
    assertThat(DATABASE.texts(TEN_BOOKS.formatted("fickle"))).containsOnly("Poetry");
  }

  @Test
  void storedWeightsAreOfTheChoiceThatTheyWereAdaptedFor() {
    for (String id : List.of("adapted", "fresh")) {
      DATABASE.rows(
          """
          MATCH (genre:Genre {name: 'Crime'}), (book:Book {title: 'Crime 1'})
          CREATE (reader:Reader {id: '%s'})-[:LIKES]->(genre), (reader)-[:VIEWED]->(book)
          """
              .formatted(id));
    }
    DATABASE.rows("CALL metarec.adapt('adapted')");
    DATABASE.rows(
        "MATCH (reader:Reader), (genre:Genre {name: 'Poetry'})"
            + " WHERE reader.id IN ['adapted', 'fresh'] CREATE (reader)-[:LIKES]->(genre)");

    assertThat(scores("adapted")).isEqualTo(scores("fresh"));
  }

  private static List<Record> scores(String reader) {
    return DATABASE.rows(
        "CALL metarec.score('%s', ['Crime 3', 'Poetry 7']) YIELD score".formatted(reader));
  }
}
