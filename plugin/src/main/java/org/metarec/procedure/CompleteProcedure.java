package org.metarec.procedure;

import com.google.common.collect.Sets;
import com.google.common.primitives.ImmutableLongArray;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.metarec.GraphMismatchException;
import org.metarec.graph.Labels;
import org.metarec.graph.NodeIdSet;
import org.metarec.graph.NodeIds;
import org.metarec.graph.RelationEnds;
import org.metarec.graph.live.EmbeddedNodes;
import org.metarec.graph.live.LiveEmbeddings;
import org.metarec.graph.store.ModelNode;
import org.metarec.model.RotatE;
import org.metarec.recommend.EmbeddingSearch;
import org.metarec.recommend.Scored;
import org.metarec.triple.Progress;
import org.metarec.triple.Relation;
import org.neo4j.graphdb.Direction;
import org.neo4j.graphdb.Node;
import org.neo4j.graphdb.Relationship;
import org.neo4j.graphdb.RelationshipType;
import org.neo4j.graphdb.Transaction;
import org.neo4j.procedure.Context;
import org.neo4j.procedure.Description;
import org.neo4j.procedure.Mode;
import org.neo4j.procedure.Name;
import org.neo4j.procedure.Procedure;
import org.neo4j.procedure.TerminationGuard;

/** Predicts relations that a node is likely to lack. */
public final class CompleteProcedure {
  private static final int DEFAULT_TOP_K = 10;

  @Context public Transaction transaction;
  @Context public Metarec metarec;
  @Context public TerminationGuard terminationGuard;

  @Procedure(name = "metarec.complete", mode = Mode.READ)
  @Description(
      "Likely missing relations of a node, for each relationship type and direction that nodes of"
          + " its label have. Candidates already stand at that end of the type.")
  public Stream<Row> complete(
      @Name(value = "node", description = "A node, or the value of an item's key.") Object node,
      @Name(
              value = "config",
              defaultValue = "{}",
              description = "topK for each type and direction, relationshipTypes, modelName.")
          Map<String, Object> config) {
    ConfigMap map = new ConfigMap(config);
    Object given = map.read(() -> NodeArgument.one("node", node), node);
    int topK = map.topK(DEFAULT_TOP_K);
    Optional<List<String>> types = map.texts("relationshipTypes");
    String modelName = map.modelName();
    map.throwIfAny();
    return metarec
        .catalog()
        .fromEmbeddings(transaction, modelName, embeddings -> rows(embeddings, given, types, topK))
        .stream();
  }

  private List<Row> rows(
      LiveEmbeddings embeddings, Object given, Optional<List<String>> types, int topK) {
    ModelNode model = embeddings.model();
    Node node =
        given instanceof Node known ? known : model.schema().requireItem().find(transaction, given);
    NodeIds.requireThere(transaction, node);
    float[] row =
        embeddings
            .row(node)
            .orElseThrow(
                () ->
                    new GraphMismatchException(
                        "%s has no embedding in model '%s' and no relation to a node that has one;"
                            + " CALL metarec.train() again",
                        node, model.name()));
    Termination termination = new Termination(terminationGuard);
    List<Row> rows = new ArrayList<>();
    for (String type : checked(types, model)) {
      for (Direction direction : List.of(Direction.OUTGOING, Direction.INCOMING)) {
        OneEnd end = new OneEnd(transaction, embeddings, type, direction, termination);
        if (end.fits(node)) {
          rows.addAll(end.rows(node, row, topK));
        }
      }
    }
    return rows;
  }

  /** Types of the model, in its order; one that it does not have is an error. */
  private static List<String> checked(Optional<List<String>> types, ModelNode model) {
    List<String> known =
        model.relations().stream()
            .filter(relation -> relation.kind() != Relation.Kind.ITEM_FEATURE)
            .map(Relation::name)
            .toList();
    List<String> unknown =
        types.orElse(List.of()).stream().filter(type -> !known.contains(type)).toList();
    if (!unknown.isEmpty()) {
      throw new GraphMismatchException(
          "relationshipTypes has %s, model '%s' was trained with %s", unknown, model.name(), known);
    }
    return types.orElse(known);
  }

  /** The search of one relationship type in one direction. */
  private record OneEnd(
      Transaction tx,
      LiveEmbeddings embeddings,
      String type,
      Direction direction,
      Progress caller) {

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

    List<Row> rows(Node node, float[] row, int topK) {
      NodeIdSet excluded = withNeighbours(node);
      EmbeddedNodes candidates =
          new EmbeddedNodes(
              tx,
              embeddings,
              Sets.union(ends().far(direction), embeddings.newLabels()),
              other -> stands(other, direction.reverse()) && !excluded.contains(NodeIds.of(other)));
      return new EmbeddingSearch(embeddings.rows(), candidates.entities(), candidates.otherRows())
          .completing(turned(row), margin(), topK, candidates::isThere).stream()
              .flatMap(
                  found -> candidates.node(found.index()).map(other -> row(other, found)).stream())
              .toList();
    }

    private Row row(Node candidate, Scored found) {
      return new Row(type, direction.name(), candidate, found.score());
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

    private double margin() {
      Object used = embeddings.model().provenance().configuration().get("margin");
      return ((Number) used).doubleValue();
    }

    /** As ids: a film may have been clicked by a million. */
    private NodeIdSet withNeighbours(Node node) {
      ImmutableLongArray.Builder ids = ImmutableLongArray.builder().add(NodeIds.of(node));
      try (var relationships = node.getRelationships(direction, RelationshipType.withName(type))) {
        for (Relationship relationship : relationships) {
          ids.add(
              direction == Direction.OUTGOING
                  ? NodeIds.endOf(relationship)
                  : NodeIds.startOf(relationship));
        }
      }
      return NodeIdSet.of(ids.build());
    }
  }

  /** One relation that may be missing. */
  public record Row(
      @Description("Type of the relation.") String relationshipType,
      @Description("OUTGOING or INCOMING, seen from the node.") String direction,
      @Description("The node at the other end.") Node candidate,
      @Description("Margin less RotatE's distance: higher is likelier.") double score) {}
}
