package org.metarec.graph.live;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.metarec.GraphMismatchException;
import org.metarec.graph.live.embedding.InducedEmbedding;
import org.metarec.graph.live.embedding.LiveEmbeddings;
import org.metarec.graph.live.model.ChangedItems;
import org.metarec.graph.live.model.LiveModel;
import org.metarec.graph.live.user.Click;
import org.metarec.graph.live.user.ClickReader;
import org.metarec.graph.live.user.UserView;
import org.metarec.graph.node.NodeIds;
import org.metarec.graph.store.MissingModel;
import org.metarec.graph.store.ModelNode;
import org.metarec.graph.store.ModelParameters;
import org.metarec.graph.store.ModelStore;
import org.metarec.graph.store.NodePart;
import org.metarec.graph.store.Succession;
import org.metarec.graph.waiting.LongReading;
import org.metarec.triple.Progress;
import org.neo4j.graphdb.GraphDatabaseService;
import org.neo4j.graphdb.Node;
import org.neo4j.graphdb.Transaction;

/**
 * The live models of one database, in memory. A model is read ahead or at its first use, the next
 * version of one that is in memory before it serves, or else by the next call; and items that
 * changed by the next call. Whoever comes meanwhile waits for the same reading.
 *
 * <p>What is shared is read in transactions of its own, so that nobody sees what another has not
 * committed. Thread-safe.
 */
public final class ModelCatalog implements Succession {
  private final GraphDatabaseService database;
  private final ModelStore store;
  private final GraphChanges changes;
  private final Map<String, ModelEntry> entries = new ConcurrentHashMap<>();
  private final Background background;

  public ModelCatalog(GraphDatabaseService database, ModelStore store, GraphChanges changes) {
    this.database = database;
    this.store = store;
    this.changes = changes;
    this.background = Background.ofTwoThreads(database);
  }

  /**
   * Begins to read a model, if one of that name serves: the first who asks for it finds it, or
   * waits for that reading. What is in the way is told to who asks.
   */
  public void readAhead(String modelName) {
    background.execute(
        () -> {
          if (serves(modelName)) {
            entry(modelName).readAhead();
          }
        });
  }

  /** Whoever is served from memory finds the next version there, too. */
  @Override
  public Outcome willServe(ModelNode next, ModelParameters parameters, Progress progress) {
    Optional<ModelEntry> entry = Optional.ofNullable(entries.get(next.name()));
    try {
      entry.ifPresent(of -> of.prepare(new VersionReader.Version(next, parameters), progress));
    } catch (RuntimeException | OutOfMemoryError notPrepared) { // the first who asks meets it
      progress.report("the next version is read when it is asked for: " + notPrepared, 0.8);
    }
    return serves -> entry.ifPresent(of -> of.endPreparing(next.version(), serves));
  }

  private boolean serves(String modelName) {
    try (Transaction tx = LongReading.begin(database)) {
      return store.version(tx, modelName).isPresent();
    }
  }

  /**
   * A model with the items of now.
   *
   * @param tx the caller's; tells which version is live
   * @throws GraphMismatchException if there is no such model
   */
  public LiveModel live(Transaction tx, String modelName) {
    return items(tx, modelName, version(tx, modelName)).live();
  }

  /** Where much has to be read first, whoever waits for it can be ended. */
  private ChangedItems items(Transaction tx, String modelName, String version) {
    return entry(modelName).items(version, () -> store.version(tx, modelName));
  }

  /**
   * A model as the calling transaction sees it: with what it has changed of the items passed in,
   * and the items it has created and the user has clicked.
   *
   * @param user empty for an anonymous visitor
   * @param clicks taken for the user's own, beside those in the graph
   * @param items passed in by the caller
   * @throws GraphMismatchException if there is no such model, or it is embeddings only
   */
  public UserView view(
      Transaction tx,
      String modelName,
      Optional<Node> user,
      List<Click> clicks,
      Collection<Node> items) {
    ClickReader reader = new ClickReader(user, clicks);
    return ofOneVersion(
        tx,
        modelName,
        version ->
            new CallerView(tx, items(tx, modelName, version), changes.histories())
                .of(reader, items));
  }

  /**
   * What is computed from all embeddings of a model; computed again if another version goes live
   * meanwhile, so that all of it is of one.
   *
   * @throws GraphMismatchException if there is no such model
   */
  public <T> T fromEmbeddings(
      Transaction tx, String modelName, Function<LiveEmbeddings, T> computation) {
    return ofOneVersion(
        tx, modelName, version -> computation.apply(embeddings(tx, modelName, version)));
  }

  private LiveEmbeddings embeddings(Transaction tx, String modelName, String version) {
    return entry(modelName).embeddings().of(version, () -> store.version(tx, modelName));
  }

  /**
   * The embedding of a node: the trained one, else one from its relations to nodes that have one,
   * else, for a user or an item, that of the mean item.
   *
   * @return {@code float[2d]}; empty for a node in no model
   * @throws GraphMismatchException if there is no such model, or the node has been deleted
   */
  public Optional<float[]> embedding(Transaction tx, Node node, String modelName) {
    return ofOneVersion(
        tx, modelName, version -> embedding(tx, node, anyLive(tx, modelName, version)));
  }

  /** The model of a version; its items may be those of before. */
  private LiveModel anyLive(Transaction tx, String modelName, String version) {
    return entry(modelName).inMemory(version).orElseGet(() -> items(tx, modelName, version).live());
  }

  private static Optional<float[]> embedding(Transaction tx, Node node, LiveModel live) {
    NodeIds.requireThere(tx, node);
    return live.model()
        .row(node, NodePart.EMBEDDING)
        .filter(live.parameters()::isFitted)
        .or(() -> InducedEmbedding.of(node, live.model(), live.parameters()));
  }

  /**
   * What is made of a live model; made again if another version went live meanwhile, so that all of
   * it is of one.
   *
   * @param making of the version that serves
   * @throws GraphMismatchException if there is no such model
   */
  public <T> T ofOneVersion(Transaction tx, String modelName, Function<String, T> making) {
    return Attempts.untilWhole(
        modelName, () -> Attempts.ofOneVersion(() -> version(tx, modelName), making));
  }

  private String version(Transaction tx, String modelName) {
    Optional<String> version = store.version(tx, modelName);
    if (version.isEmpty()) {
      forget(modelName);
      throw MissingModel.error(tx, modelName);
    }
    return version.get();
  }

  /**
   * Leaves nothing in memory of a model that serves no more, soon, once nobody reads it; one that
   * only the caller does not see stays.
   */
  public void forget(String modelName) {
    background.execute(
        () -> {
          if (!serves(modelName)) {
            remove(modelName);
          }
        });
  }

  private void remove(String modelName) {
    Optional.ofNullable(entries.remove(modelName)).ifPresent(ModelCatalog::end);
    changes.histories().forget(modelName);
  }

  /** By a thread of its own: the caller may have to end. */
  private static void end(ModelEntry entry) {
    Thread thread = new Thread(entry::end, "metarec-end");
    thread.setDaemon(true);
    thread.start();
  }

  /** Leaves nothing of any: the database stops. */
  public void forgetAll() {
    List.copyOf(entries.keySet()).forEach(this::remove);
  }

  private ModelEntry entry(String modelName) {
    return entries.computeIfAbsent(
        modelName, name -> new ModelEntry(name, database, store, changes, background));
  }
}
