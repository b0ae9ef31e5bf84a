package org.metarec.procedure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What the graph has since the training, as {@code complete} offers it. */
class CompleteChangedIT {
  /** Who may have directed a new film; and in what genres else it may be. */
  private static final String DIRECTORS =
      "CALL metarec.complete('m12', {relationshipTypes: ['DIRECTED'], topK: 100})"
          + " YIELD candidate RETURN candidate.name";

  private static final String GENRES =
      "CALL metarec.complete('m12', {relationshipTypes: ['IN_GENRE']})"
          + " YIELD candidate RETURN candidate.name";

  @RegisterExtension static final ProcedureDatabase DATABASE = new ProcedureDatabase();

  @BeforeAll
  static void train() {
    DATABASE.train();
  }

  @Test
  void anActorIsOfferedAsADirectorOnceHeHasDirected() {
    String actor = "MATCH (actor:Person {name: 'Al Pacino'}) ";
    assertThat(DATABASE.texts(DIRECTORS)).doesNotContain("Al Pacino");
    DATABASE.rows(actor + "MATCH (film:Movie {id: 'm1'}) CREATE (actor)-[:DIRECTED]->(film)");
    assertThat(DATABASE.texts(DIRECTORS)).contains("Al Pacino");
    DATABASE.rows(actor + "MATCH (actor)-[directed:DIRECTED]->() DELETE directed");
  }

  @Test
  void aGenreCreatedSinceIsACandidateByItsRelations() {
    DATABASE.rows(
        "MATCH (film:Movie {id: 'm1'}) CREATE (film)-[:IN_GENRE]->(:Genre {name: 'Noir'})");

    assertThat(DATABASE.texts(GENRES)).contains("Noir");
    DATABASE.rows("MATCH (genre:Genre {name: 'Noir'}) DETACH DELETE genre");
  }

  @Test
  void whatHasALabelThatNobodyHadBeforeIsACandidateToo() {
    assertThat(DATABASE.rows("CALL metarec.complete('m12')"))
        .isNotEmpty(); // all embeddings have been read by now
    DATABASE.rows(
        "MATCH (film:Movie {id: 'm1'}) CREATE (film)-[:IN_GENRE]->(:Mood {name: 'Dark'})");

    assertThat(DATABASE.texts(GENRES)).contains("Dark");
    DATABASE.rows("MATCH (mood:Mood) DETACH DELETE mood");
  }

  @Test
  void whoDirectedFilmsIsACandidateUnderAnyLabel() {
    DATABASE.rows("CREATE (:Artist {name: 'Nobody'})");
    List<String> before = DATABASE.texts(DIRECTORS);
    String first = before.get(0);
    DATABASE.rows("MATCH (person {name: '%s'}) REMOVE person:Person".formatted(first));
    assertThat(DATABASE.texts(DIRECTORS)).containsExactlyInAnyOrderElementsOf(before);
    DATABASE.rows("MATCH (person {name: '%s'}) SET person:Artist".formatted(first));
    assertThat(DATABASE.texts(DIRECTORS)).containsExactlyInAnyOrderElementsOf(before);
    DATABASE.rows("MATCH (n {name: '%s'}) REMOVE n:Artist SET n:Person".formatted(first));
    DATABASE.rows("MATCH (artist:Artist) DELETE artist");
  }

  @Test
  void aLabelThatComesToARelationLaterIsACandidateToo() {
    assertThat(DATABASE.texts(DIRECTORS)).isNotEmpty(); // now it is known who directs
    DATABASE.rows(
        "MATCH (genre:Genre {name: 'Crime'}), (film:Movie {id: 'm1'})"
            + " CREATE (genre)-[:DIRECTED]->(film)");

    assertThat(DATABASE.texts(DIRECTORS)).contains("Crime");
    DATABASE.rows("MATCH (:Genre)-[directed:DIRECTED]->() DELETE directed");
  }

  @Test
  void whatACallerHasDeletedAndNotCommittedIsThereForAllOthers() {
    DATABASE.train(); // nobody has asked this model for directors
    try (var session = DATABASE.driver().session();
        var tx = session.beginTransaction()) {
      tx.run("MATCH ()-[directed:DIRECTED]->() DELETE directed").consume();
      assertThat(tx.run(DIRECTORS).list()).isEmpty();
      tx.rollback();
    }

    assertThat(DATABASE.texts(DIRECTORS)).isNotEmpty();
  }

  @Test
  void whoBearsALabelThatDirectorsWereGivenLacksFilms() {
    assertThat(DATABASE.texts(DIRECTORS)).isNotEmpty(); // now it is known who directs
    DATABASE.rows("MATCH (person:Person) SET person:Artist");
    DATABASE.rows(
        "MATCH (film:Movie {id: 'm1'}) CREATE (:Artist {name: 'New'})-[:ACTED_IN]->(film)");

    assertThat(
            DATABASE.texts(
                "MATCH (artist:Artist {name: 'New'}) CALL metarec.complete(artist)"
                    + " YIELD relationshipType, direction"
                    + " RETURN DISTINCT relationshipType + ' ' + direction"))
        .containsExactlyInAnyOrder("DIRECTED OUTGOING", "ACTED_IN OUTGOING");
    DATABASE.rows("MATCH (artist:Artist {name: 'New'}) DETACH DELETE artist");
    DATABASE.rows("MATCH (artist:Artist) REMOVE artist:Artist");
  }
}
