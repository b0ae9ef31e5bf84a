package org.metarec.graph.live;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.metarec.graph.KeyedLabel;
import org.metarec.graph.store.ModelNode;
import org.metarec.graph.store.ModelStore;
import org.metarec.triple.Relation;
import org.neo4j.graphdb.GraphDatabaseService;
import org.neo4j.graphdb.Transaction;

/** One model of a {@link ModelCatalog}: what is in memory of it, and when it is read again. */
final class ModelEntry {
  private final String modelName;
  private final GraphDatabaseService database;
  private final ModelStore store;
  private final GraphChanges changes;
  private volatile Optional<Reading> latest = Optional.empty();
  private volatile Optional<LiveEmbeddings> embeddings = Optional.empty();

  ModelEntry(
      String modelName, GraphDatabaseService database, ModelStore store, GraphChanges changes) {
    this.modelName = modelName;
    this.database = database;
    this.store = store;
    this.changes = changes;
  }

  /** What was read, and when by the clock of the changes. */
  private record Reading(LiveModel live, long moment, List<String> dependencies) {

    boolean isOf(String version) {
      return live.model().version().equals(version);
    }
  }

  /** The model of a version, with items and relations of now. */
  LiveModel live(String version) {
    return current(version)
        .orElseGet(
            () -> {
              synchronized (this) {
                return current(version).orElseGet(this::readAgain);
              }
            });
  }

  /** The model of a version; its items may be those of before. */
  LiveModel anyLive(String version) {
    return latest
        .filter(reading -> reading.isOf(version))
        .map(Reading::live)
        .orElseGet(() -> live(version));
  }

  private Optional<LiveModel> current(String version) {
    return latest
        .filter(reading -> reading.isOf(version))
        .filter(reading -> !changes.anySince(reading.moment(), reading.dependencies()))
        .map(Reading::live);
  }

  private LiveModel readAgain() {
    long moment = changes.now();
    LiveModel live = readWhole(this::read);
    latest = Optional.of(new Reading(live, moment, dependencies(live.model())));
    return live;
  }

  private LiveModel read(Transaction tx) {
    Optional<String> version = store.version(tx, modelName);
    LiveReader reader = new LiveReader(tx, store);
    return latest
        .filter(reading -> version.filter(reading::isOf).isPresent())
        .map(reading -> reader.update(reading.live()))
        .orElseGet(() -> reader.read(modelName));
  }

  /** The embeddings of all nodes in a version. */
  LiveEmbeddings embeddings(String version) {
    return embeddingsOf(version)
        .orElseGet(
            () -> {
              synchronized (this) {
                return embeddingsOf(version).orElseGet(this::readEmbeddings);
              }
            });
  }

  private Optional<LiveEmbeddings> embeddingsOf(String version) {
    return embeddings.filter(loaded -> loaded.model().version().equals(version));
  }

  private LiveEmbeddings readEmbeddings() {
    LiveEmbeddings read = readWhole(tx -> LiveEmbeddings.read(tx, store, modelName));
    embeddings = Optional.of(read);
    return read;
  }

  /** Reads until nothing was published meanwhile: then what was read is of one version. */
  private <T> T readWhole(Function<Transaction, T> reading) {
    return Attempts.untilWhole(
        modelName,
        () -> {
          try (Transaction tx = database.beginTx()) {
            return Attempts.ofOneVersion(
                () -> store.version(tx, modelName), version -> reading.apply(tx));
          }
        });
  }

  /** What a serving model is made of: if none of it changes, the model stays right. */
  private static List<String> dependencies(ModelNode model) {
    List<String> names = new ArrayList<>();
    model.relationNames(Relation.Kind.ITEM_RELATION).stream()
        .map(GraphChanges::ofType)
        .forEach(names::add);
    model
        .itemLabel()
        .ifPresent(
            label -> {
              names.add(GraphChanges.ofLabel(label));
              List<String> properties =
                  new ArrayList<>(model.relationNames(Relation.Kind.ITEM_FEATURE));
              model.schema().item().flatMap(KeyedLabel::key).ifPresent(properties::add);
              model.schema().itemTimeProperty().ifPresent(properties::add);
              properties.forEach(property -> names.add(GraphChanges.ofProperty(label, property)));
            });
    return names;
  }
}
