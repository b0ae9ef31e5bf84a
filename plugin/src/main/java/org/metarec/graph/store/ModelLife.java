package org.metarec.graph.store;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;
import org.metarec.GraphMismatchException;
import org.metarec.graph.node.NodeIds;
import org.neo4j.graphdb.Lock;
import org.neo4j.graphdb.Node;
import org.neo4j.graphdb.ResourceIterator;
import org.neo4j.graphdb.Transaction;

/** The small steps of a model's life, each within one transaction on its model node. */
final class ModelLife {
  private ModelLife() {}

  /** All model nodes, whatever their state, by name; one without a name is ignored. */
  static Stream<Node> all(Transaction tx) {
    return byName(tx).values().stream().flatMap(List::stream);
  }

  private static SortedMap<String, List<Node>> byName(Transaction tx) {
    SortedMap<String, List<Node>> byName = new TreeMap<>();
    try (ResourceIterator<Node> nodes = tx.findNodes(ModelNode.LABEL)) {
      nodes.forEachRemaining(
          node ->
              read(node, ModelNodeFormat.NAME)
                  .filter(String.class::isInstance)
                  .map(String.class::cast)
                  .ifPresent(
                      name -> byName.computeIfAbsent(name, n -> new ArrayList<>()).add(node)));
    }
    return byName;
  }

  /** Empty if the node has been deleted since it was found, too. */
  private static Optional<Object> read(Node node, String key) {
    return NodeIds.unlessDeleted(() -> node.getProperty(key, null));
  }

  static Optional<Node> find(Transaction tx, String modelName) {
    return byName(tx).getOrDefault(modelName, List.of()).stream().findFirst();
  }

  static Stream<Node> live(Transaction tx) {
    return all(tx).filter(node -> state(node) == ModelState.LIVE);
  }

  static Optional<Node> findLive(Transaction tx, String modelName) {
    return find(tx, modelName).filter(node -> state(node) == ModelState.LIVE);
  }

  static String name(Node node) {
    return new StoredProperties(node).text(ModelNodeFormat.NAME);
  }

  static String version(Node node) {
    return new StoredProperties(node).text(ModelNodeFormat.VERSION);
  }

  /** One that cannot be read is as good as never trained: it can be trained, and dropped. */
  static ModelState state(Node node) {
    return read(node, ModelNodeFormat.STATE)
        .flatMap(state -> ModelState.ofText(state.toString()))
        .orElse(ModelState.TRAINING);
  }

  /** The stems whose properties are the model's; none if there is no such model. */
  static Set<String> stems(Transaction tx, String modelName) {
    return find(tx, modelName).map(ModelLife::stems).orElseGet(LinkedHashSet::new);
  }

  /** Where the list was lost, the stem of the live model, so that a drop still clears that. */
  static Set<String> stems(Node node) {
    Set<String> stems = new LinkedHashSet<>();
    if (read(node, ModelNodeFormat.STEMS).orElse(null) instanceof String[] listed) {
      stems.addAll(List.of(listed));
    } else if (read(node, ModelNodeFormat.STEM).orElse(null) instanceof String live) {
      stems.add(live);
    }
    return stems;
  }

  private static void setStems(Node node, Set<String> stems) {
    node.setProperty(ModelNodeFormat.STEMS, stems.toArray(String[]::new));
  }

  /**
   * Refuses a stem one of whose properties is another model's, or this one's by another stem.
   *
   * @return whether the stem is the model's own already
   */
  static boolean requireFree(Transaction tx, String modelName, String stem) {
    Set<String> wanted = new StemProperties(stem).all();
    for (Node node : all(tx).toList()) {
      for (String other : stems(node)) {
        boolean isAsBefore = name(node).equals(modelName) && other.equals(stem);
        if (!isAsBefore && !Collections.disjoint(wanted, new StemProperties(other).all())) {
          throw new GraphMismatchException(
              "writeProperty '%s' is refused: model '%s' uses '%s'; choose another writeProperty,"
                  + " or CALL metarec.model.drop('%s')",
              stem, name(node), other, name(node));
        }
      }
    }
    return stems(tx, modelName).contains(stem);
  }

  /** Notes that a training has begun; a live model stays live. */
  static Node claim(Transaction tx, String modelName, String stem) {
    boolean isClaimed = requireFree(tx, modelName, stem);
    Node node = find(tx, modelName).orElseGet(() -> create(tx, modelName));
    if (!isClaimed) {
      Set<String> stems = stems(node);
      stems.add(stem);
      setStems(node, stems);
    }
    return node;
  }

  /**
   * Reads a model node while no flip can be under way: Neo4j shows what another transaction commits
   * property by property, so that a version may be there before all that belongs to it.
   */
  static <T> T whole(Transaction tx, Node node, Function<Node, T> reading) {
    Lock lock = tx.acquireReadLock(node);
    try {
      return reading.apply(node);
    } finally {
      lock.release();
    }
  }

  /**
   * Locks the live version of a model against flip and drop until the transaction ends.
   *
   * @return whether there is one
   */
  static boolean hold(Transaction tx, String modelName) {
    Optional<Node> live = findLive(tx, modelName);
    live.ifPresent(tx::acquireReadLock);
    boolean isAsFound = live.equals(findLive(tx, modelName)); // it may have waited for a drop
    return live.isPresent() && isAsFound;
  }

  private static Node create(Transaction tx, String modelName) {
    Node node = tx.createNode(ModelNode.LABEL);
    node.setProperty(ModelNodeFormat.NAME, modelName);
    node.setProperty(ModelNodeFormat.STATE, ModelState.TRAINING.text());
    setStems(node, Set.of());
    return node;
  }

  /**
   * The slot that a training may write to. Nothing else is read, so that a model that cannot be
   * read can be trained again.
   */
  static Slot idleSlot(Transaction tx, Publication publication) {
    Node node = claimed(tx, publication);
    Object live = node.getProperty(ModelNodeFormat.SLOT, null);
    return Slot.A.suffix().equals(live) ? Slot.B : Slot.A;
  }

  private static Node claimed(Transaction tx, Publication publication) {
    return find(tx, publication.modelName())
        .filter(node -> state(node) != ModelState.DROPPING)
        .filter(node -> stems(node).contains(publication.stem()))
        .orElseThrow(
            () ->
                new GraphMismatchException(
                    "model '%s' was dropped while it was trained; train it again",
                    publication.modelName()));
  }

  /** What will serve from a slot: a version after all that are there. */
  static ModelNode next(Transaction tx, Publication publication, Slot slot, Clock clock) {
    List<String> versions =
        all(tx)
            .flatMap(model -> read(model, ModelNodeFormat.VERSION).stream())
            .map(String::valueOf)
            .toList();
    return new ModelNode(
        publication.modelName(),
        ModelVersion.next(clock, versions),
        new StemProperties(publication.stem()),
        slot,
        publication.schema(),
        publication.model().entities().dimension(),
        publication.model().relations(),
        NodePart.texts(publication.model()),
        publication.vocabulary().nodeCount(),
        publication.sharedMoments(),
        publication.model().metrics(),
        publication.provenance());
  }

  /** The flip: from the end of this transaction on, the new model serves. */
  static void makeLive(Transaction tx, Publication publication, ModelNode model) {
    Node node = claimed(tx, publication);
    Set<String> stems = stems(node);
    node.getPropertyKeys().forEach(node::removeProperty);
    node.setProperty(ModelNodeFormat.NAME, model.name());
    node.setProperty(ModelNodeFormat.STATE, ModelState.LIVE.text());
    setStems(node, stems);
    ModelNodeFormat.write(node, model);
    ParameterFormat.write(node, ModelParameters.of(publication.model()));
    publication.model().taste().ifPresent(taste -> TrainingStateFormat.write(node, taste.state()));
  }

  /** Gives up all stems but the live one, once nothing is left of them. */
  static void forgetOtherStems(Transaction tx, ModelNode model) {
    Set<String> live = Set.of(model.properties().stem());
    find(tx, model.name())
        .filter(node -> !stems(node).equals(live))
        .ifPresent(node -> setStems(node, live));
  }

  /** Ends a model's service; false if there is no such model. */
  static boolean markDropping(Transaction tx, String modelName) {
    Optional<Node> node = find(tx, modelName);
    node.ifPresent(model -> model.setProperty(ModelNodeFormat.STATE, ModelState.DROPPING.text()));
    return node.isPresent();
  }

  /** Removes a model's node; false if there is no such model. */
  static boolean delete(Transaction tx, String modelName) {
    Optional<Node> node = find(tx, modelName);
    node.ifPresent(Node::delete);
    return node.isPresent();
  }
}
