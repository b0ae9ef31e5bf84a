package org.metarec.graph.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.metarec.graph.live.embedding.EmbeddedNodes;
import org.metarec.model.embedding.Induction;
import org.metarec.testing.EmptyDatabase;
import org.metarec.testing.TinyModel;
import org.metarec.testing.TinyMovieGraph;
import org.neo4j.graphdb.Label;

class EmbeddingIT {
  private static final int DIRECTED = 1;
  private static final int COUNTRY = 3;

  @RegisterExtension static final PublishedModel MODEL = new PublishedModel();

  private static final EmptyDatabase DATABASE = MODEL.database();

  private float[] embedding(String id) {
    return DATABASE.read(
        tx -> MODEL.catalog().embedding(tx, TinyMovieGraph.node(tx, id), "metarec").orElseThrow());
  }

  @Test
  void aTrainedNodeHasWhatWasTrained() {
    assertThat(embedding("p1")).isEqualTo(MODEL.trainedRow("p1"));
    assertThat(embedding("m3")).isEqualTo(MODEL.trainedRow("m3"));
  }

  @Test
  void aFilmCreatedSinceIsPlacedByItsDirectorAndItsFeature() {
    DATABASE.run(
        """
        MATCH (mann:Person {id: 'p1'})
        CREATE (film:Movie {id: 'm99', country: ['US', 'Utopia']})<-[:DIRECTED]-(mann), (film)<-[:DIRECTED]-(mann)
        """);

    float[] expected =
        new Induction(TinyModel.DIMENSION)
            .add(
                DIRECTED,
                false,
                MODEL.trainedRow("p1"),
                MODEL.publication().model().phases().row(DIRECTED))
            .add(
                COUNTRY,
                true,
                TinyModel.countryRow(MODEL.publication(), "US"),
                MODEL.publication().model().phases().row(COUNTRY))
            .embedding(new float[2 * TinyModel.DIMENSION]);
    assertThat(embedding("m99")).isEqualTo(expected);
  }

  /** The model's rows were drawn by chance, so that relations tell little of them. */
  @Test
  void whatRelationsDoNotTellOfTrainedFilmsIsCountedAgainstNewOnes() {
    float[] row = MODEL.trainedRow("m3");

    double expected =
        DATABASE.read(
            tx ->
                MODEL
                    .freshCatalog()
                    .fromEmbeddings(tx, "metarec", live -> live.inductionError().cosine(row, row)));

    assertThat(Math.abs(expected)).isLessThan(0.95);
  }

  @Test
  void aFilmThatIsOneAgainIsComparedByWhatWasTrained() {
    DATABASE.run("MATCH (film:Movie {id: 'm3'}) REMOVE film:Movie");
    assertThat(films().entities()).hasSize(11);

    DATABASE.run("MATCH (film {id: 'm3'}) SET film:Movie");

    assertThat(films().entities()).hasSize(12).isSorted();
    assertThat(films().otherRows()).isEmpty();
  }

  private static EmbeddedNodes films() {
    return DATABASE.read(
        tx ->
            MODEL
                .catalog()
                .fromEmbeddings(
                    tx,
                    "metarec",
                    live -> new EmbeddedNodes(tx, live, Set.of("Movie"), film -> true)));
  }

  @Test
  void aUserWithoutClicksIsPlacedAtTheMeanFilm() {
    DATABASE.run("CREATE (:User {id: 'u99'})");

    float[] mean = new float[2 * TinyModel.DIMENSION];
    for (int item = 0; item < 12; item++) {
      for (int k = 0; k < mean.length; k++) {
        mean[k] += MODEL.publication().model().entities().row(item)[k] / 12;
      }
    }
    assertThat(embedding("u99")).containsExactly(mean, within(1e-6f));
  }

  @Test
  void aNodeInNoModelHasNone() {
    DATABASE.run("CREATE (:Country {name: 'US'})");

    Optional<float[]> found =
        DATABASE.read(
            tx ->
                MODEL
                    .catalog()
                    .embedding(tx, tx.findNode(Label.label("Country"), "name", "US"), "metarec"));
    assertThat(found).isEmpty();
  }
}
