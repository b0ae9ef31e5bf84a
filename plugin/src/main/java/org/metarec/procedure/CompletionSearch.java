package org.metarec.procedure;

import com.google.common.primitives.ImmutableLongArray;
import java.util.List;
import java.util.function.LongPredicate;
import org.metarec.graph.Labels;
import org.metarec.graph.live.embedding.EmbeddedNodes;
import org.metarec.graph.live.embedding.LiveEmbeddings;
import org.metarec.graph.node.NodeIdSet;
import org.metarec.graph.node.NodeIds;
import org.metarec.graph.node.RelationEnds;
import org.metarec.graph.store.ModelNode;
import org.metarec.model.embedding.RotatE;
import org.metarec.recommend.EmbeddingSearch;
import org.metarec.triple.Progress;
import org.metarec.triple.Relation;
import org.neo4j.graphdb.Direction;
import org.neo4j.graphdb.Node;
import org.neo4j.graphdb.Relationship;
import org.neo4j.graphdb.RelationshipType;
import org.neo4j.graphdb.Transaction;

/**
 * The search for missing relations of one relationship type in one direction.
 *
 * @param caller may be ended while it waits
 */
record CompletionSearch(
    Transaction tx, LiveEmbeddings embeddings, String type, Direction direction, Progress caller) {

  /** Whether nodes of one of the node's labels stand at the near end. */
  boolean fits(Node node) {
    return stands(node, direction)
        || Labels.of(node).stream().anyMatch(ends().near(direction)::contains);
  }

  private RelationEnds ends() {
    return embeddings.ends(type, caller);
  }

  private boolean stands(Node node, Direction side) {
    return node.hasRelationship(side, RelationshipType.withName(type));
  }

  /**
   * The likeliest nodes at the far end, best first.
   *
   * @param row the node's embedding, {@code float[2d]}
   */
  List<CompleteProcedure.Row> rows(Node node, float[] row, int topK) {
    LongPredicate unwanted = unwanted(node);
    EmbeddedNodes candidates =
        new EmbeddedNodes(
            tx,
            embeddings,
            ends().far(direction),
            other -> stands(other, direction.reverse()) && !unwanted.test(NodeIds.of(other)));
    double margin = embeddings.model().margin();
    return new EmbeddingSearch(
            embeddings.rows(),
            candidates.entities(),
            candidates.otherRows(),
            embeddings.inductionError())
        .completing(turned(row), margin, topK, candidates::isThere).stream()
            .flatMap(
                found ->
                    candidates.node(found.index()).map(other -> row(other, found.score())).stream())
            .toList();
  }

  private CompleteProcedure.Row row(Node candidate, double score) {
    return new CompleteProcedure.Row(type, direction.name(), candidate, score);
  }

  /** Where the other end should be. */
  private float[] turned(float[] row) {
    ModelNode model = embeddings.model();
    int itemRelation = model.relation(type, Relation.Kind.ITEM_RELATION);
    int relation =
        itemRelation >= 0 ? itemRelation : model.relation(type, Relation.Kind.INTERACTION);
    float[] phase = embeddings.parameters().phases().row(relation);
    return direction == Direction.OUTGOING
        ? RotatE.rotate(row, phase)
        : RotatE.rotateBack(row, phase);
  }

  /**
   * Itself, its neighbours, and, unless it and one of them are linked in both directions, those of
   * the other direction: a course does not require what requires it.
   */
  private LongPredicate unwanted(Node node) {
    long own = NodeIds.of(node);
    NodeIdSet neighbours = neighbours(node, direction);
    NodeIdSet others = neighbours(node, direction.reverse());
    int inBoth = neighbours.countIn(others) - (neighbours.contains(own) ? 1 : 0);
    return id -> id == own || neighbours.contains(id) || (inBoth == 0 && others.contains(id));
  }

  /** As ids: a film may have been clicked by a million. */
  private NodeIdSet neighbours(Node node, Direction side) {
    ImmutableLongArray.Builder ids = ImmutableLongArray.builder();
    try (var relationships = node.getRelationships(side, RelationshipType.withName(type))) {
      for (Relationship relationship : relationships) {
        caller.checkRunning();
        ids.add(
            side == Direction.OUTGOING
                ? NodeIds.endOf(relationship)
                : NodeIds.startOf(relationship));
      }
    }
    return NodeIdSet.of(ids.build());
  }
}
