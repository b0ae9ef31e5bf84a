package org.metarec.procedure.training;

import java.util.Map;
import java.util.stream.Stream;
import org.metarec.graph.SchemaConfig;
import org.metarec.graph.SchemaRow;
import org.metarec.graph.discovery.SchemaDiscovery;
import org.metarec.procedure.argument.ConfigMap;
import org.neo4j.graphdb.Transaction;
import org.neo4j.procedure.Context;
import org.neo4j.procedure.Description;
import org.neo4j.procedure.Mode;
import org.neo4j.procedure.Name;
import org.neo4j.procedure.Procedure;
import org.neo4j.procedure.TerminationGuard;

/** What a training would learn from. */
public final class SchemaProcedure {
  @Context public Transaction transaction;
  @Context public TerminationGuard terminationGuard;

  @Procedure(name = "metarec.schema", mode = Mode.READ)
  @Description(
      "Shows what metarec takes for users, items, interactions and relations in this graph, and"
          + " why, before anything is trained.")
  public Stream<FoundRow> schema(
      @Name(
              value = "config",
              defaultValue = "{}",
              description =
                  "interactionTypes, userLabel, itemLabel, timeProperty, ratingProperty,"
                      + " relationshipTypes, userKey, itemKey, userFeatures, itemFeatures,"
                      + " itemTimeProperty: what to take instead.")
          Map<String, Object> config) {
    ConfigMap map = new ConfigMap(config);
    map.modelName();
    SchemaConfig given = TrainConfig.readSchema(map);
    map.throwIfAny();
    return SchemaDiscovery.of(transaction, given, terminationGuard::check).rows().stream()
        .filter(SchemaRow::isFinding)
        .map(FoundRow::of);
  }

  /** One finding. */
  public record FoundRow(
      @Description(
              "interaction, user, item, relation, userKey, itemKey, time, rating, userFeature,"
                  + " itemFeature or itemTime.")
          String role,
      @Description("The label, relationship type or property; null for nodes without a key.")
          String name,
      @Description("How many nodes or relationships bear it.") long count,
      @Description("Why it was taken, or what to set.") String detail) {

    private static FoundRow of(SchemaRow row) {
      return new FoundRow(row.role().word(), row.name().orElse(null), row.count(), row.detail());
    }
  }
}
