package org.metarec.graph.store;

import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import org.metarec.BusyException;
import org.metarec.GraphMismatchException;
import org.metarec.ModelFormatException;
import org.metarec.graph.node.NodeIds;
import org.metarec.graph.waiting.EndableLock;
import org.metarec.graph.waiting.OwnTransactions;
import org.metarec.graph.waiting.Patience;
import org.metarec.triple.Progress;
import org.neo4j.graphdb.GraphDatabaseService;
import org.neo4j.graphdb.Node;
import org.neo4j.graphdb.Transaction;
import org.neo4j.graphdb.TransactionTerminatedException;

/**
 * Models in the graph. A model lives in one of two slots of node properties; publishing fills the
 * other and then flips, in one small transaction, so that a process killed at any moment leaves the
 * old or the new model, whole. What a killed call left is cleared by the next one.
 *
 * <p>Writes in transactions of its own. Thread-safe, but of one model only one call at a time may
 * claim, publish or drop: that is the caller's to see to.
 */
public final class ModelStore {
  /** The name of a model that is not given one. */
  public static final String DEFAULT_NAME = "metarec";

  private final OwnTransactions transactions;
  private final NodeBatches batches;
  private final Clock clock;
  private final EndableLock claims = new EndableLock(); // no two models get the same stem

  public ModelStore(GraphDatabaseService database, Clock clock) {
    this(database, Patience.USUAL, clock);
  }

  ModelStore(GraphDatabaseService database, Patience patience, Clock clock) {
    this.transactions = new OwnTransactions(database, patience);
    this.batches = new NodeBatches(database, transactions);
    this.clock = clock;
  }

  /**
   * Reserves a model's name and its stem, before writing. Ends a drop that was broken off.
   *
   * @throws GraphMismatchException if one of the stem's properties is another model's, or is there
   *     and belongs to none
   */
  public void claim(String modelName, String stem, Progress progress) {
    requireFree(modelName, stem, progress);
    transactions.patiently(
        () ->
            claims.alone(
                () -> transactions.run(tx -> ModelLife.claim(tx, modelName, stem), progress),
                progress::checkRunning),
        progress);
  }

  /**
   * Does all that {@link #claim} does but for the claim: what it refuses is refused before hours of
   * training.
   */
  public void requireFree(String modelName, String stem, Progress progress) {
    Optional<ModelState> state =
        transactions.run(tx -> ModelLife.find(tx, modelName).map(ModelLife::state), progress);
    if (state.equals(Optional.of(ModelState.DROPPING))) {
      drop(modelName, progress);
    }
    boolean owned = transactions.run(tx -> ModelLife.requireFree(tx, modelName, stem), progress);
    Set<String> borne = owned ? Set.of() : batches.borne(new StemProperties(stem).all(), progress);
    if (!borne.isEmpty()) {
      throw new GraphMismatchException(
          "writeProperty '%s' is refused: nodes have %s already, which belongs to no model; choose"
              + " another writeProperty, or, if nobody needs them: MATCH (n) REMOVE n.`%s`",
          stem, String.join(", ", borne), String.join("`, n.`", borne));
    }
  }

  /**
   * Writes a trained model beside the live one, makes it live, and clears the old one. Where others
   * hold locks on nodes of the old one for too long, or the caller is ended meanwhile, the next
   * call clears it.
   *
   * @param succession is told before it goes live and afterwards
   * @return what now serves
   * @throws GraphMismatchException if the model was dropped since it was claimed
   */
  public ModelNode publish(Publication publication, Succession succession, Progress progress) {
    StemProperties properties = new StemProperties(publication.stem());
    Slot slot = transactions.run(tx -> ModelLife.idleSlot(tx, publication), progress);
    batches.clear(properties.of(slot), "clearing what was left over", progress.between(0, 0.1));
    new NodeRows(batches, publication).write(slot, progress.between(0.1, 0.8));
    ModelNode live = flip(publication, slot, succession, progress);
    try {
      clearOld(live, progress.between(0.8, 1));
    } catch (BusyException lockedByOthers) {
      progress.report("what is left of the model before is cleared by the next training", 1);
    } catch (TransactionTerminatedException ended) {
      return live; // it serves, so this has not failed; whoever is ended hears no more reports
    }
    return live;
  }

  private ModelNode flip(
      Publication publication, Slot slot, Succession succession, Progress progress) {
    ModelNode next = transactions.run(tx -> ModelLife.next(tx, publication, slot, clock), progress);
    progress.report("handing over to the new model", 0.8);
    Succession.Outcome outcome =
        succession.willServe(next, ModelParameters.of(publication.model()), progress);
    boolean serves = false;
    try {
      transactions.runPatiently(tx -> ModelLife.makeLive(tx, publication, next), progress);
      serves = true;
      return next;
    } finally {
      outcome.ended(serves);
    }
  }

  private void clearOld(ModelNode live, Progress progress) {
    Set<String> old = new LinkedHashSet<>(live.properties().of(live.slot().other()));
    Set<String> stems = transactions.run(tx -> ModelLife.stems(tx, live.name()), progress);
    stems.remove(live.properties().stem());
    stems.forEach(stem -> old.addAll(new StemProperties(stem).all()));
    batches.clear(old, "clearing the model before", progress);
    transactions.runPatiently(tx -> ModelLife.forgetOtherStems(tx, live), progress);
  }

  /**
   * Removes a model and all it has left on nodes. It stops serving at once; a call that is broken
   * off is finished by the next drop or claim.
   *
   * @return whether there was such a model
   */
  public boolean drop(String modelName, Progress progress) {
    if (!transactions.run(tx -> ModelLife.markDropping(tx, modelName), progress)) {
      return false;
    }
    Set<String> properties = new LinkedHashSet<>();
    Set<String> stems = transactions.run(tx -> ModelLife.stems(tx, modelName), progress);
    stems.forEach(stem -> properties.addAll(new StemProperties(stem).all()));
    try {
      batches.clear(properties, "clearing the model", progress);
      transactions.run(tx -> ModelLife.delete(tx, modelName), progress);
      return true;
    } catch (BusyException locked) {
      throw new BusyException(
          "model '%s' no longer serves, but not everything it wrote has been removed: %s",
          modelName, locked.getMessage());
    }
  }

  /**
   * Keeps the live version of a model from being replaced or dropped until a transaction ends: what
   * it writes for that version does not outlive it.
   *
   * @throws GraphMismatchException if there is none that serves
   */
  public void hold(Transaction tx, String modelName) {
    if (!ModelLife.hold(tx, modelName)) {
      throw MissingModel.error(tx, modelName);
    }
  }

  /**
   * Writes for a live model in a transaction of its own that holds it.
   *
   * @throws BusyException if others hold locks on the same nodes for too long
   */
  public <T> T whileHeld(String modelName, Function<Transaction, T> work, Progress progress) {
    return transactions.run(
        tx -> {
          hold(tx, modelName);
          return work.apply(tx);
        },
        progress);
  }

  /**
   * The models that serve, by name.
   *
   * @param unreadable hears of each that is of another format or damaged, and so serves nobody
   */
  public List<ModelNode> list(Transaction tx, Consumer<ModelFormatException> unreadable) {
    List<ModelNode> models = new ArrayList<>();
    for (Node node : ModelLife.live(tx).toList()) {
      try {
        NodeIds.unlessDeleted(() -> ModelLife.whole(tx, node, ModelNodeFormat::read))
            .ifPresent(models::add);
      } catch (ModelFormatException e) {
        unreadable.accept(e);
      }
    }
    return models;
  }

  /**
   * The model of a name.
   *
   * @throws GraphMismatchException if there is none that serves
   */
  public ModelNode require(Transaction tx, String modelName) {
    return ofLive(tx, modelName, node -> ModelLife.whole(tx, node, ModelNodeFormat::read));
  }

  /** The version of a model that serves, without reading the rest of it. */
  public Optional<String> version(Transaction tx, String modelName) {
    return ModelLife.findLive(tx, modelName)
        .flatMap(node -> NodeIds.unlessDeleted(() -> ModelLife.version(node)));
  }

  /**
   * What belongs to the whole model.
   *
   * @param model as it was read in the same transaction
   */
  public ModelParameters parameters(Transaction tx, ModelNode model) {
    return ofLive(
        tx,
        model.name(),
        node -> ModelLife.whole(tx, node, whole -> ParameterFormat.read(whole, model)));
  }

  /**
   * What belongs to the whole model, and what a training needs that goes on from it.
   *
   * @param model as the caller has read it, who keeps others from publishing since
   * @throws GraphMismatchException if it serves no more
   * @throws ModelFormatException if the model node is damaged
   */
  public PreviousModel previous(Transaction tx, ModelNode model) {
    return ofLive(tx, model.name(), node -> PreviousModel.read(node, model));
  }

  private static <T> T ofLive(Transaction tx, String modelName, Function<Node, T> reading) {
    return ModelLife.findLive(tx, modelName)
        .map(reading)
        .orElseThrow(() -> MissingModel.error(tx, modelName));
  }
}
