package org.metarec.graph.live;

import java.time.Clock;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.metarec.graph.live.embedding.LiveEmbeddings;
import org.metarec.graph.live.embedding.NewNodes;
import org.metarec.graph.live.model.LiveModel;
import org.metarec.graph.live.model.LiveReader;
import org.metarec.graph.live.user.UserView;
import org.metarec.graph.store.ModelStore;
import org.metarec.graph.store.Publication;
import org.metarec.testing.EmptyDatabase;
import org.metarec.testing.TinyModel;
import org.metarec.testing.TinyMovieGraph;
import org.metarec.triple.Progress;
import org.neo4j.graphdb.GraphDatabaseService;
import org.neo4j.graphdb.Transaction;

/** A database with {@link TinyMovieGraph}, a model of it, and a catalog that is told of changes. */
public final class PublishedModel
    implements BeforeAllCallback, BeforeEachCallback, AfterEachCallback {
  private final EmptyDatabase database = new EmptyDatabase();
  private GraphChanges changes;
  private ModelStore store;
  private ModelCatalog catalog;
  private Publication publication;

  public EmptyDatabase database() {
    return database;
  }

  public ModelCatalog catalog() {
    return catalog;
  }

  /** Who is told of each commit. */
  GraphChanges changes() {
    return changes;
  }

  /** An entry of a catalog by itself. */
  ModelEntry entry(Executor background) {
    Background work = new Background(database.service(), background);
    return new ModelEntry("metarec", database.service(), store, changes, work);
  }

  /** What was published last. */
  Publication publication() {
    return publication;
  }

  /** {@code float[2d]}: the embedding that a node, with that id, was published with. */
  float[] trainedRow(String id) {
    int entity = database.read(tx -> TinyModel.entity(publication, TinyMovieGraph.node(tx, id)));
    return publication.model().entities().row(entity);
  }

  /** The films that a user has clicked, the latest last. */
  public static List<String> clicked(Transaction tx, UserView view) {
    return view.history().clicks().stream()
        .map(past -> (String) view.live().node(tx, past.item()).orElseThrow().getProperty("id"))
        .toList();
  }

  /** The item of a film. */
  int item(LiveModel live, String id) {
    return database.read(tx -> live.item(TinyMovieGraph.node(tx, id)).orElseThrow());
  }

  /** Publishes a model anew. */
  public void publish(long seed) {
    publish(database.read(tx -> TinyModel.publication(tx, "metarec", "rotate", seed)));
  }

  /** Publishes a model that knows of no tastes. */
  void publishWithoutTaste() {
    publish(database.read(tx -> TinyModel.withoutTaste(tx, "metarec", "rotate")));
  }

  /** Publishes this one. */
  void publish(Publication next) {
    store.claim("metarec", "rotate", Progress.NONE);
    publication = next;
    store.publish(publication, TinyModel.UNSEEN, Progress.NONE);
  }

  /** The model as the catalog has it now. */
  public LiveModel live() {
    return database.read(tx -> catalog.live(tx, "metarec"));
  }

  /** A catalog that has read nothing yet, and is told of no change. */
  public ModelCatalog freshCatalog() {
    return freshCatalog(new GraphChanges());
  }

  /** A catalog that has read nothing yet, and is told of what these are told of. */
  public ModelCatalog freshCatalog(GraphChanges told) {
    return new ModelCatalog(database.service(), store, told);
  }

  /**
   * Such a catalog.
   *
   * @param around what it reads all through
   */
  ModelCatalog freshCatalog(UnaryOperator<GraphDatabaseService> around, GraphChanges told) {
    return new ModelCatalog(around.apply(database.service()), store, told);
  }

  /**
   * The model as it is read in one transaction.
   *
   * @param around what it is read through
   */
  LiveModel read(UnaryOperator<Transaction> around) {
    VersionReader reader = new VersionReader("metarec", database.service(), store);
    VersionReader.Version version = reader.version();
    return database.read(
        tx ->
            new LiveReader(around.apply(tx))
                .read(version.model(), version.parameters(), version.itemReader()));
  }

  /**
   * All embeddings as they are read in one transaction.
   *
   * @param around what they are read through
   */
  LiveEmbeddings readEmbeddings(UnaryOperator<Transaction> around) {
    VersionReader.Version version =
        new VersionReader("metarec", database.service(), store).version();
    return database.read(
        tx ->
            LiveEmbeddings.read(
                database.service(),
                around.apply(tx),
                version.model(),
                version.parameters(),
                new NewNodes()));
  }

  /** The model as such a catalog reads it. */
  LiveModel readAnew() {
    return database.read(tx -> freshCatalog().live(tx, "metarec"));
  }

  @Override
  public void beforeAll(ExtensionContext context) {
    database.beforeAll(context);
  }

  @Override
  public void beforeEach(ExtensionContext context) {
    database.run(TinyMovieGraph.DATA);
    changes = new GraphChanges();
    database.listen(changes);
    store = new ModelStore(database.service(), Clock.systemUTC());
    catalog = new ModelCatalog(database.service(), store, changes);
    publish(1);
  }

  @Override
  public void afterEach(ExtensionContext context) {
    database.stopListening(changes);
    database.afterEach(context);
  }
}
