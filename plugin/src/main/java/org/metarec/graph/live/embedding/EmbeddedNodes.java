package org.metarec.graph.live.embedding;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.metarec.graph.node.NodeIds;
import org.neo4j.graphdb.Node;
import org.neo4j.graphdb.Transaction;

/**
 * Nodes that are to be found by their embeddings, numbered: those that the training knew, then the
 * latest of those that have come since. The graph decides in the end: a node that is found is asked
 * whether it is still there and still fits.
 */
public final class EmbeddedNodes {
  private static final Optional<float[]> NO_ROW = Optional.empty();

  private final Transaction tx;
  private final LiveEmbeddings embeddings;
  private final Predicate<Node> fits;
  private final int[] entities;
  private final List<Long> others = new ArrayList<>();
  private final List<float[]> otherRows = new ArrayList<>();

  /**
   * @param labels of which a node had one when the embeddings were read, or has got one since
   * @param fits what a node must be now
   */
  public EmbeddedNodes(
      Transaction tx, LiveEmbeddings embeddings, Set<String> labels, Predicate<Node> fits) {
    this.tx = tx;
    this.embeddings = embeddings;
    this.fits = fits;
    this.entities = entities(embeddings, labels);
    long[] without =
        LongStream.concat(embeddings.labelled().others(labels), embeddings.since().ids(labels))
            .sorted()
            .distinct()
            .toArray();
    LongStream.of(without)
        .skip(Math.max(0, without.length - LabelledNodes.MOST_OTHERS))
        .forEach(this::addOther);
  }

  /** Those that had a label when all embeddings were read, and those that have got one since. */
  private static int[] entities(LiveEmbeddings embeddings, Set<String> labels) {
    int[] then = embeddings.labelled().embedded(labels);
    int[] since =
        embeddings
            .since()
            .ids(labels)
            .mapToInt(embeddings.nodes()::number)
            .filter(entity -> entity >= 0)
            .toArray();
    return since.length == 0
        ? then
        : IntStream.concat(IntStream.of(then), IntStream.of(since)).sorted().distinct().toArray();
  }

  private void addOther(long nodeId) {
    NodeIds.read(tx, nodeId, node -> isOther(node) ? embeddings.row(node) : NO_ROW)
        .flatMap(row -> row)
        .ifPresent(
            row -> {
              others.add(nodeId);
              otherRows.add(row);
            });
  }

  private boolean isOther(Node node) {
    return Arrays.binarySearch(entities, embeddings.entity(node)) < 0 && fits.test(node);
  }

  /** Rows of the first nodes in the table of the embeddings: {@code int[]}. */
  public int[] entities() {
    return entities;
  }

  /** The rows of the other nodes, {@code float[2d]} each. */
  public List<float[]> otherRows() {
    return otherRows;
  }

  /** Whether a node is in the graph still, and fits. */
  public boolean isThere(int number) {
    return number >= entities.length
        || NodeIds.read(tx, nodeId(number), node -> embeddings.entity(node) >= 0 && fits.test(node))
            .orElse(false);
  }

  /** A node that was there; empty if it has been deleted since. */
  public Optional<Node> node(int number) {
    return NodeIds.find(tx, nodeId(number));
  }

  private long nodeId(int number) {
    return number < entities.length
        ? embeddings.nodes().nodeId(entities[number])
        : others.get(number - entities.length);
  }
}
