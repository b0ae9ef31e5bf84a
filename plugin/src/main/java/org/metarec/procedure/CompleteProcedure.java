package org.metarec.procedure;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.metarec.GraphMismatchException;
import org.metarec.graph.NearestNames;
import org.metarec.graph.live.embedding.LiveEmbeddings;
import org.metarec.graph.node.NodeIds;
import org.metarec.graph.store.MissingModel;
import org.metarec.graph.store.ModelNode;
import org.metarec.procedure.argument.ConfigMap;
import org.metarec.procedure.argument.CypherValue;
import org.metarec.procedure.argument.NodeArgument;
import org.metarec.triple.Progress;
import org.metarec.triple.Relation;
import org.neo4j.graphdb.Direction;
import org.neo4j.graphdb.Node;
import org.neo4j.graphdb.Transaction;
import org.neo4j.procedure.Context;
import org.neo4j.procedure.Description;
import org.neo4j.procedure.Mode;
import org.neo4j.procedure.Name;
import org.neo4j.procedure.Procedure;
import org.neo4j.procedure.TerminationGuard;

/** Predicts relations that a node is likely to lack. */
public final class CompleteProcedure {
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
    int topK = map.topK();
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
        given instanceof Node known
            ? known
            : model.schema().requireItem(model.name()).find(transaction, given);
    NodeIds.requireThere(transaction, node);
    float[] row =
        embeddings
            .row(node)
            .orElseThrow(
                () ->
                    new GraphMismatchException(
                        "node %s has no embedding of its own in model '%s' and no relation to a"
                            + " node that has one; give it a relation, or train anew with %s",
                        node.getElementId(), model.name(), MissingModel.training(model.name())));
    Progress termination = terminationGuard::check;
    List<Row> rows = new ArrayList<>();
    for (String type : checked(types, model)) {
      for (Direction direction : List.of(Direction.OUTGOING, Direction.INCOMING)) {
        CompletionSearch end =
            new CompletionSearch(transaction, embeddings, type, direction, termination);
        if (end.fits(node)) {
          rows.addAll(end.rows(node, row, topK));
        }
      }
    }
    return rows;
  }

  /** All types of the model, or those given; one that it does not have is an error. */
  private static List<String> checked(Optional<List<String>> types, ModelNode model) {
    List<String> known =
        model.relations().stream()
            .filter(relation -> relation.kind() != Relation.Kind.ITEM_FEATURE)
            .map(Relation::name)
            .toList();
    List<String> unknown =
        types.orElse(List.of()).stream().filter(type -> !known.contains(type)).toList();
    if (!unknown.isEmpty()) {
      String meant =
          unknown.stream()
              .flatMap(type -> NearestNames.clear(type, known).stream())
              .map("; did you mean '%s'?"::formatted)
              .distinct()
              .collect(Collectors.joining());
      throw new GraphMismatchException(
          "relationshipTypes has %s, model '%s' was trained with %s%s",
          CypherValue.literal(unknown), model.name(), CypherValue.literal(known), meant);
    }
    return types.map(given -> given.stream().distinct().toList()).orElse(known);
  }

  /** One relation that may be missing. */
  public record Row(
      @Description("Type of the relation.") String relationshipType,
      @Description("OUTGOING or INCOMING, seen from the node.") String direction,
      @Description("The node at the other end.") Node candidate,
      @Description("Margin less RotatE's distance: higher is likelier.") double score) {}
}
