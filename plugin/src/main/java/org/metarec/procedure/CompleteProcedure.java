package org.metarec.procedure;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.metarec.GraphMismatchException;
import org.metarec.graph.RelationEnds;
import org.metarec.graph.live.EmbeddedModel;
import org.metarec.graph.store.ModelNode;
import org.metarec.model.RotatE;
import org.metarec.recommend.EmbeddingSearch;
import org.metarec.recommend.Scored;
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
        .fromEmbeddings(transaction, modelName, embedded -> rows(embedded, given, types, topK))
        .stream();
  }

  private List<Row> rows(
      EmbeddedModel embedded, Object given, Optional<List<String>> types, int topK) {
    ModelNode model = embedded.live().model();
    Node node =
        given instanceof Node known ? known : model.schema().requireItem().find(transaction, given);
    float[] row =
        embedded
            .row(node)
            .orElseThrow(
                () ->
                    new GraphMismatchException(
                        "%s has no embedding in model '%s' and no relation to a node that has one;"
                            + " CALL metarec.train() again",
                        node, model.name()));
    List<Row> rows = new ArrayList<>();
    for (String type : checked(types, model)) {
      RelationEnds ends = RelationEnds.read(transaction, type);
      for (Direction direction : List.of(Direction.OUTGOING, Direction.INCOMING)) {
        if (ends.fits(node, direction)) {
          OneEnd end = new OneEnd(embedded, type, direction);
          rows.addAll(end.rows(node, row, ends.far(transaction, direction), topK));
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
  private record OneEnd(EmbeddedModel embedded, String type, Direction direction) {

    List<Row> rows(Node node, float[] row, List<Node> far, int topK) {
      Set<Node> excluded = neighbours(node);
      excluded.add(node);
      List<Node> candidates = new ArrayList<>();
      List<float[]> places = new ArrayList<>();
      for (Node candidate : far) {
        if (!excluded.contains(candidate)) {
          embedded
              .row(candidate)
              .ifPresent(
                  place -> {
                    candidates.add(candidate);
                    places.add(place);
                  });
        }
      }
      return new EmbeddingSearch(places.size(), places::get)
          .completing(turned(row), margin(), topK).stream()
              .map(found -> row(candidates.get(found.index()), found))
              .toList();
    }

    private Row row(Node candidate, Scored found) {
      return new Row(type, direction.name(), candidate, found.score());
    }

    /** Where the other end should be. */
    private float[] turned(float[] row) {
      List<String> names =
          embedded.live().model().relations().stream().map(Relation::name).toList();
      float[] phase = embedded.live().parameters().phases().row(names.indexOf(type));
      return direction == Direction.OUTGOING
          ? RotatE.rotate(row, phase)
          : RotatE.rotateBack(row, phase);
    }

    private double margin() {
      Object used = embedded.live().model().provenance().configuration().get("margin");
      return ((Number) used).doubleValue();
    }

    private Set<Node> neighbours(Node node) {
      Set<Node> neighbours = new HashSet<>();
      try (var relationships = node.getRelationships(direction, RelationshipType.withName(type))) {
        for (Relationship relationship : relationships) {
          neighbours.add(relationship.getOtherNode(node));
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
