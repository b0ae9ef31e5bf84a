package org.metarec.graph.live.embedding;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.metarec.graph.node.NodeIds;
import org.metarec.graph.node.NodeNumbers;
import org.metarec.graph.node.RelationEnds;
import org.metarec.graph.store.ModelNode;
import org.metarec.graph.store.ModelParameters;
import org.metarec.graph.store.NodePart;
import org.metarec.graph.waiting.EndableLock;
import org.metarec.graph.waiting.EndableWait;
import org.metarec.graph.waiting.LongReading;
import org.metarec.model.embedding.EntityTable;
import org.metarec.model.embedding.InductionError;
import org.metarec.triple.Progress;
import org.neo4j.graphdb.GraphDatabaseService;
import org.neo4j.graphdb.Node;
import org.neo4j.graphdb.Transaction;

/**
 * The trained embeddings of all nodes, in memory: 2d floats a node. Shared between threads; what
 * was read stays as it was.
 */
public final class LiveEmbeddings {
  private final GraphDatabaseService database;
  private final ModelNode model;
  private final ModelParameters parameters;
  private final NodeNumbers nodes;
  private final EntityTable rows;
  private final LabelledNodes labelled;
  private final NewNodes since;
  private final Map<String, RelationEnds> ends = new ConcurrentHashMap<>();
  private final EndableLock reading = new EndableLock();
  private final InductionError inductionError;

  private LiveEmbeddings(
      GraphDatabaseService database, Transaction tx, Builder read, NewNodes since) {
    this.database = database;
    this.model = read.model;
    this.parameters = read.parameters;
    this.nodes = new NodeNumbers(Arrays.copyOf(read.nodeIds, read.found));
    float[] values =
        read.found == read.nodeIds.length
            ? read.values // a copy would be as large again
            : Arrays.copyOf(read.values, read.found * read.rowLength);
    this.rows = new EntityTable(read.model.dimension(), values);
    this.labelled = read.labelled.build();
    this.since = since;
    this.inductionError = InductionSample.error(tx, this);
  }

  /**
   * Reads all nodes; the parameters are read in another transaction, see {@link
   * org.metarec.graph.live.model.LiveReader#read}.
   *
   * @param since told of nodes that are created from before this transaction on
   */
  public static LiveEmbeddings read(
      GraphDatabaseService database,
      Transaction tx,
      ModelNode model,
      ModelParameters parameters,
      NewNodes since) {
    Builder read = new Builder(model, parameters);
    try (var nodes = tx.getAllNodes().iterator()) {
      while (nodes.hasNext()) {
        Node node = nodes.next();
        NodeIds.passOverDeleted(() -> read.add(node));
      }
    }
    return new LiveEmbeddings(database, tx, read, since);
  }

  public ModelNode model() {
    return model;
  }

  public boolean isOf(String version) {
    return model.version().equals(version);
  }

  public ModelParameters parameters() {
    return parameters;
  }

  /** The nodes; a node's number is its row. */
  public NodeNumbers nodes() {
    return nodes;
  }

  /** The embeddings; nodes deleted since keep theirs. */
  public EntityTable rows() {
    return rows;
  }

  /** How good the rows are that {@link #row} makes of relations. */
  public InductionError inductionError() {
    return inductionError;
  }

  LabelledNodes labelled() {
    return labelled;
  }

  public NewNodes since() {
    return since;
  }

  /**
   * The row of a node: the trained one, else one from its relations to nodes that have one.
   *
   * @param node as the calling transaction sees it
   * @return {@code float[2d]}; empty if the node has neither: the row of the mean item, which such
   *     a user or item bears, is like everything
   */
  public Optional<float[]> row(Node node) {
    int entity = entity(node);
    return entity < 0
        ? InducedEmbedding.of(node, model, parameters).filter(parameters::isFitted)
        : Optional.of(rows.row(entity));
  }

  /**
   * The entity of a node, -1 if it has no trained row. Another node may have the id of a deleted
   * one since: it must still bear the embedding.
   */
  public int entity(Node node) {
    int entity = nodes.number(NodeIds.of(node));
    return entity >= 0 && node.hasProperty(model.property(NodePart.EMBEDDING)) ? entity : -1;
  }

  /**
   * What stands at the ends of a relationship type, read once, on first use, in a transaction of
   * its own: what they have changed and not committed is not for all. What comes later is told; a
   * label too many costs time and no answer.
   *
   * @param caller may be ended while this is read
   */
  public RelationEnds ends(String relationshipType, Progress caller) {
    return since.with(
        inMemory(relationshipType)
            .or(() -> reading.alone(() -> inMemory(relationshipType), caller::checkRunning))
            .orElseGet(
                () -> EndableWait.until(() -> readEnds(relationshipType), caller::checkRunning)),
        relationshipType);
  }

  private Optional<RelationEnds> inMemory(String relationshipType) {
    return Optional.ofNullable(ends.get(relationshipType));
  }

  private RelationEnds readEnds(String relationshipType) {
    return reading.alone(
        () ->
            ends.computeIfAbsent(
                relationshipType,
                type -> {
                  try (Transaction tx = LongReading.begin(database)) {
                    return RelationEnds.read(tx, type);
                  }
                }),
        () -> {});
  }

  /** What has been read so far. */
  private static final class Builder {
    private final ModelNode model;
    private final ModelParameters parameters;
    private final int rowLength;
    private final long[] nodeIds;
    private final float[] values;
    private final LabelledNodes.Builder labelled = new LabelledNodes.Builder();
    private int found;

    Builder(ModelNode model, ModelParameters parameters) {
      this.model = model;
      this.parameters = parameters;
      this.rowLength = 2 * model.dimension();
      this.nodeIds = new long[Math.toIntExact(model.nodeCount())];
      this.values = new float[nodeIds.length * rowLength];
    }

    void add(Node node) {
      Optional<float[]> row = model.row(node, NodePart.EMBEDDING).filter(parameters::isFitted);
      if (row.isPresent() && found < nodeIds.length) {
        nodeIds[found] = NodeIds.of(node);
        System.arraycopy(row.get(), 0, values, found * rowLength, rowLength);
        labelled.addEmbedded(node, found);
        found++;
      } else {
        labelled.addOther(node, NodeIds.of(node));
      }
    }
  }
}
