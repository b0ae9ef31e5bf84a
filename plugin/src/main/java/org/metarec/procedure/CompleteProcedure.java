package org.metarec.procedure;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.metarec.GraphMismatchException;
import org.metarec.graph.NodeIds;
import org.metarec.graph.RelationEnds;
import org.metarec.graph.live.EmbeddedModel;
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

/** Predicts relations that a node is likely to lack. */
public final class CompleteProcedure {
  private static final int DEFAULT_TOP_K = 10;

  @Context public Transaction transaction;
  @Context public Metarec metarec;

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
        .fromEmbeddings(transaction, modelName, model -> rows(model, given, types, topK))
        .stream();
  }

  private List<Row> rows(
      EmbeddedModel model, Object given, Optional<List<String>> types, int topK) {
    ModelNode trained = model.live().model();
    Node known = find(trained, given);
    float[] row =
        model
            .row(known)
            .orElseThrow(
                () ->
                    new GraphMismatchException(
                        "%s has no embedding in model '%s' and no relation to a node that has one;"
                            + " CALL metarec.train() again",
                        known, trained.name()));
    List<Row> rows = new ArrayList<>();
    for (String type : checked(types, trained)) {
      rows.addAll(new OneType(model, type, topK).rows(known, row));
    }
    return rows;
  }

  private Node find(ModelNode model, Object given) {
    if (given instanceof Node node) {
      return node;
    }
    return model
        .schema()
        .item()
        .orElseThrow(
            () ->
                new GraphMismatchException(
                    "model '%s' knows no items to look %s up among; pass a node",
                    model.name(), CypherValue.describe(given)))
        .find(transaction, given);
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

  /** The search of one relationship type, in both directions. */
  private final class OneType {
    private final EmbeddedModel model;
    private final String type;
    private final int topK;
    private final RelationEnds ends;
    private final double margin;

    OneType(EmbeddedModel model, String type, int topK) {
      this.model = model;
      this.type = type;
      this.topK = topK;
      this.ends = RelationEnds.read(transaction, type);
      Object used = model.live().model().provenance().configuration().get("margin");
      this.margin = ((Number) used).doubleValue();
    }

    List<Row> rows(Node node, float[] row) {
      List<Row> rows = new ArrayList<>();
      for (Direction direction : List.of(Direction.OUTGOING, Direction.INCOMING)) {
        if (ends.fits(node, direction)) {
          List<Node> candidates = candidates(node, direction);
          for (Scored found : search(candidates, row, direction)) {
            Node candidate = candidates.get(found.index());
            rows.add(new Row(type, direction.name(), candidate, found.score()));
          }
        }
      }
      return rows;
    }

    /** What stands at the far end already, nodes created since the training among it. */
    private List<Node> candidates(Node node, Direction direction) {
      Set<Long> excluded = neighbours(node, direction);
      excluded.add(NodeIds.of(node));
      List<Node> candidates = new ArrayList<>();
      ends.far(direction)
          .forEachNode(
              transaction,
              Progress.NONE,
              (far, count) -> {
                if (!excluded.contains(NodeIds.of(far)) && model.hasRow(far)) {
                  candidates.add(far);
                }
              });
      return candidates;
    }

    private List<Scored> search(List<Node> candidates, float[] row, Direction direction) {
      List<String> names = model.live().model().relations().stream().map(Relation::name).toList();
      float[] phase = model.live().parameters().phases().row(names.indexOf(type));
      float[] place =
          direction == Direction.OUTGOING
              ? RotatE.rotate(row, phase)
              : RotatE.rotateBack(row, phase);
      return new EmbeddingSearch(candidates.size(), i -> model.row(candidates.get(i)).orElseThrow())
          .completing(place, margin, i -> true, topK);
    }

    private Set<Long> neighbours(Node node, Direction direction) {
      Set<Long> neighbours = new HashSet<>();
      RelationshipType named = RelationshipType.withName(type);
      try (var relationships = node.getRelationships(direction, named)) {
        for (Relationship relationship : relationships) {
          neighbours.add(NodeIds.of(relationship.getOtherNode(node)));
        }
      }
      return neighbours;
    }
  }

  /** One relation that may be missing. */
  public record Row(
      @Description("Type of the relation.") String relationshipType,
      @Description("OUTGOING or INCOMING, seen from the node.") String direction,
      @Description("The node at the other end.") Node candidate,
      @Description("Margin less RotatE's distance: higher is likelier.") double score) {}
}
