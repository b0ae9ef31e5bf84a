package org.metarec.graph.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.common.collect.ForwardingSet;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.metarec.BusyException;
import org.metarec.graph.live.embedding.LiveEmbeddings;
import org.metarec.graph.live.model.LiveModel;
import org.metarec.graph.live.user.UserView;
import org.metarec.graph.store.ModelNode;
import org.metarec.graph.store.ModelStore;
import org.metarec.graph.store.Publication;
import org.metarec.testing.EmptyDatabase;
import org.metarec.testing.TinyModel;
import org.metarec.testing.TinyMovieGraph;
import org.metarec.triple.Progress;
import org.neo4j.graphdb.Node;
import org.neo4j.graphdb.Transaction;

class ModelCatalogIT {
  @RegisterExtension static final EmptyDatabase DATABASE = new EmptyDatabase();

  private ModelStore store;
  private ModelCatalog catalog;
  private Publication publication;

  @BeforeEach
  void train() {
    DATABASE.run(TinyMovieGraph.DATA);
    store = new ModelStore(DATABASE.service(), Clock.systemUTC());
    catalog = new ModelCatalog(DATABASE.service(), store, new GraphChanges());
    publication = publish(1, Progress.NONE);
  }

  private Publication publish(long seed, Progress progress) {
    store.claim("metarec", "rotate", progress);
    Publication published =
        DATABASE.read(tx -> TinyModel.publication(tx, "metarec", "rotate", seed));
    store.publish(published, catalog, progress);
    return published;
  }

  private LiveModel live() {
    return DATABASE.read(tx -> catalog.live(tx, "metarec"));
  }

  @Test
  void everyReaderDuringAPublicationGetsAWholeModel() {
    publish(
        2,
        () -> {
          requireWhole(live());
          requireWhole(
              DATABASE.read(
                  tx ->
                      new ModelCatalog(DATABASE.service(), store, new GraphChanges())
                          .live(tx, "metarec")));
        });
    assertThat(requireWhole(live())).isEqualTo(2);
  }

  private long requireWhole(LiveModel live) {
    long seed = Math.round(live.model().metrics().get(TinyModel.SEED_METRIC));
    Publication expected =
        DATABASE.read(tx -> TinyModel.publication(tx, "metarec", "rotate", seed));
    for (int item = 0; item < 12; item++) {
      assertThat(live.requireServing().taste().items().row(item))
          .isEqualTo(expected.model().taste().orElseThrow().model().items().row(item));
    }
    return seed;
  }

  @Test
  void whoeverComesMeanwhileWaitsForTheSameReading() throws InterruptedException {
    ConcurrentLinkedQueue<LiveModel> found = new ConcurrentLinkedQueue<>();
    Thread[] threads = new Thread[8];
    for (int i = 0; i < threads.length; i++) {
      threads[i] = new Thread(() -> found.add(live()));
      threads[i].start();
    }
    for (Thread thread : threads) {
      thread.join();
    }
    assertThat(found).hasSize(8).allSatisfy(live -> assertThat(live).isSameAs(found.peek()));
  }

  @Test
  void aDroppedModelIsGoneFromMemoryToo() {
    live();
    store.drop("metarec", Progress.NONE);

    assertThatThrownBy(this::live).hasMessageContaining("CALL metarec.train()");
  }

  @Test
  void aModelOfEmbeddingsOnlySaysWhatIsMissing() {
    store.claim("plain", "plain", Progress.NONE);
    ModelNode plain =
        store.publish(
            DATABASE.read(tx -> TinyModel.withoutTaste(tx, "plain", "plain")),
            catalog,
            Progress.NONE);

    LiveModel live = DATABASE.read(tx -> catalog.live(tx, "plain"));
    assertThatThrownBy(live::requireServing).hasMessageContaining("no interactions");
    assertThat(plain.hasTaste()).isFalse();
    assertThat(embeddings("plain").nodes().count()).isEqualTo(35);
  }

  @Test
  void allEmbeddingsAreReadOnce() {
    LiveEmbeddings embeddings = embeddings("metarec");

    for (int entity = 0; entity < 35; entity++) {
      int trained = publication.vocabulary().entity(embeddings.nodes().nodeId(entity));
      assertThat(embeddings.rows().row(entity))
          .isEqualTo(publication.model().entities().row(trained));
    }
    assertThat(embeddings("metarec")).isSameAs(embeddings);
  }

  private LiveEmbeddings embeddings(String modelName) {
    return DATABASE.read(tx -> catalog.fromEmbeddings(tx, modelName, embeddings -> embeddings));
  }

  @Test
  void aReaderUnderQuickFlipsGetsAllOfOneVersion() throws Exception {
    ExecutorService training = Executors.newSingleThreadExecutor();
    try {
      Future<?> flips =
          training.submit(
              () -> IntStream.range(2, 40).forEach(seed -> publish(seed, Progress.NONE)));
      while (!flips.isDone()) {
        ModelCatalog fresh = new ModelCatalog(DATABASE.service(), store, new GraphChanges());
        DATABASE.inspect(
            tx -> requireOneVersion(tx, fresh.fromEmbeddings(tx, "metarec", model -> model)));
      }
      flips.get();
    } finally {
      training.shutdown();
    }
  }

  private static void requireOneVersion(Transaction tx, LiveEmbeddings read) {
    long seed = Math.round(read.model().metrics().get(TinyModel.SEED_METRIC));
    Publication expected = TinyModel.publication(tx, "metarec", "rotate", seed);
    int heat = TinyModel.entity(expected, TinyMovieGraph.node(tx, "m2"));
    int entity = read.nodes().number(expected.vocabulary().nodeId(heat));
    assertThat(read.rows().row(entity)).isEqualTo(expected.model().entities().row(heat));
  }

  @Test
  void aViewUnderWhichAnotherVersionGoesLiveIsMadeAgain() {
    String before = live().model().version();
    try (Transaction tx = DATABASE.service().beginTx()) {
      tx.execute("CREATE (:Movie {id: 'm99'})").close();
      Node film = TinyMovieGraph.node(tx, "m99");
      AtomicInteger lookUps = new AtomicInteger();
      Set<Node> flipping =
          new ForwardingSet<>() {
            @Override
            protected Set<Node> delegate() {
              if (lookUps.getAndIncrement() == 0) {
                publish(2, Progress.NONE);
              }
              return Set.of(film);
            }
          };
      UserView view = catalog.view(tx, "metarec", Optional.empty(), List.of(), flipping);

      assertThat(view.live().model().version())
          .isGreaterThan(before)
          .isEqualTo(store.require(tx, "metarec").version());
    }
  }

  @Test
  void aNodeThatBearsNoEmbeddingAndHasNoRelationHasNoRow() {
    DATABASE.run(
        "MATCH (movie:Movie {id: 'm1'})-[relation:DIRECTED|ACTED_IN|IN_GENRE|CLICKED]-()"
            + " REMOVE movie.rotate_a DELETE relation");

    DATABASE.inspect(
        tx ->
            catalog.fromEmbeddings(
                tx,
                "metarec",
                embeddings -> {
                  Node thief = TinyMovieGraph.node(tx, "m1");
                  Node heat = TinyMovieGraph.node(tx, "m2");
                  assertThat(embeddings.entity(thief)).isEqualTo(-1);
                  assertThat(embeddings.row(thief)).isEmpty();
                  assertThat(embeddings.row(heat))
                      .contains(embeddings.rows().row(embeddings.entity(heat)));
                  return embeddings;
                }));
  }

  /** Its own lock is one that nobody else could end. */
  @Test
  void whoHasChangedTheModelNodeByHandIsToldSoAfterSeconds() {
    try (Transaction tx = DATABASE.service().beginTx()) {
      tx.execute("MATCH (model:_MetarecModel) SET model.note = 'mine'").close();

      assertThatThrownBy(() -> catalog.live(tx, "metarec"))
          .isInstanceOf(BusyException.class)
          .hasMessageContaining("the node of model 'metarec' could not be read within 10 seconds");
    }
    assertThat(live().model().name()).isEqualTo("metarec");
  }
}
