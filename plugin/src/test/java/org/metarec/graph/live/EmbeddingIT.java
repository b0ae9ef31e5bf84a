package org.metarec.graph.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Clock;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.metarec.graph.store.ModelStore;
import org.metarec.graph.store.Publication;
import org.metarec.model.embedding.Induction;
import org.metarec.testing.EmptyDatabase;
import org.metarec.testing.TinyModel;
import org.metarec.testing.TinyMovieGraph;
import org.metarec.triple.Progress;
import org.neo4j.graphdb.Label;

class EmbeddingIT {
  private static final int DIRECTED = 1;
  private static final int COUNTRY = 3;

  @RegisterExtension static final EmptyDatabase DATABASE = new EmptyDatabase();

  private Publication publication;
  private ModelCatalog catalog;

  @BeforeEach
  void train() {
    DATABASE.run(TinyMovieGraph.DATA);
    ModelStore store = new ModelStore(DATABASE.service(), Clock.systemUTC());
    catalog = new ModelCatalog(DATABASE.service(), store, new GraphChanges());
    store.claim("metarec", "rotate", Progress.NONE);
    publication = DATABASE.read(tx -> TinyModel.publication(tx, "metarec", "rotate", 1));
    store.publish(publication, Progress.NONE);
  }

  private float[] embedding(String id) {
    return DATABASE.read(
        tx -> catalog.embedding(tx, TinyMovieGraph.node(tx, id), "metarec").orElseThrow());
  }

  private float[] trained(String id) {
    int entity = DATABASE.read(tx -> TinyModel.entity(publication, TinyMovieGraph.node(tx, id)));
    return publication.model().entities().row(entity);
  }

  @Test
  void aTrainedNodeHasWhatWasTrained() {
    assertThat(embedding("p1")).isEqualTo(trained("p1"));
    assertThat(embedding("m3")).isEqualTo(trained("m3"));
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
            .asTail(DIRECTED, trained("p1"), publication.model().phases().row(DIRECTED))
            .asHead(
                COUNTRY,
                TinyModel.countryRow(publication, "US"),
                publication.model().phases().row(COUNTRY))
            .embedding(new float[2 * TinyModel.DIMENSION]);
    assertThat(embedding("m99")).isEqualTo(expected);
  }

  @Test
  void aUserWithoutClicksIsPlacedAtTheMeanFilm() {
    DATABASE.run("CREATE (:User {id: 'u99'})");

    float[] mean = new float[2 * TinyModel.DIMENSION];
    for (int item = 0; item < 12; item++) {
      for (int k = 0; k < mean.length; k++) {
        mean[k] += publication.model().entities().row(item)[k] / 12;
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
                catalog.embedding(
                    tx, tx.findNode(Label.label("Country"), "name", "US"), "metarec"));
    assertThat(found).isEmpty();
  }
}
