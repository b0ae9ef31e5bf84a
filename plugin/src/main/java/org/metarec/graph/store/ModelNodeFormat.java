package org.metarec.graph.store;

import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.metarec.graph.GraphSchema;
import org.metarec.graph.SchemaRole;
import org.metarec.graph.SchemaRow;
import org.metarec.model.Provenance;
import org.metarec.triple.Relation;
import org.neo4j.graphdb.Node;

/** How a {@link ModelNode} stands in the graph: one property a component. */
final class ModelNodeFormat {
  /** Raised when the form of stored models changes, or what their numbers mean. */
  private static final int FORMAT = 18;

  static final String NAME = "name";
  static final String STATE = "state";
  static final String VERSION = "version";
  static final String STEM = "stem";

  /** Lists all stems whose properties are the model's, that of one that is being trained too. */
  static final String STEMS = "stems";

  static final String SLOT = "slot";

  private static final String SHARED_MOMENT = "sharedMoment_";
  private static final String METRIC = "metric_";
  static final String CONFIGURATION = "config_";
  private static final String ENVIRONMENT = "environment_";

  private ModelNodeFormat() {}

  static void write(Node node, ModelNode model) {
    node.setProperty("format", FORMAT);
    node.setProperty(VERSION, model.version());
    node.setProperty(STEM, model.properties().stem());
    node.setProperty(SLOT, model.slot().suffix());
    node.setProperty("dimension", model.dimension());
    node.setProperty("parts", model.parts().toArray(String[]::new));
    node.setProperty("nodeCount", model.nodeCount());
    node.setProperty("createdAt", model.provenance().createdAt());
    node.setProperty(
        "relationNames", model.relations().stream().map(Relation::name).toArray(String[]::new));
    node.setProperty(
        "relationKinds",
        model.relations().stream().map(r -> r.kind().name()).toArray(String[]::new));
    writeSchema(node, model.schema());
    model.sharedMoments().forEach((key, value) -> node.setProperty(SHARED_MOMENT + key, value));
    model.metrics().forEach((key, value) -> node.setProperty(METRIC + key, value));
    model
        .provenance()
        .configuration()
        .forEach(
            (key, value) -> node.setProperty(CONFIGURATION + key, StoredProperties.packed(value)));
    model
        .provenance()
        .environment()
        .forEach((key, value) -> node.setProperty(ENVIRONMENT + key, value));
  }

  private static void writeSchema(Node node, GraphSchema schema) {
    List<SchemaRow> rows = schema.rows();
    node.setProperty(
        "schemaRoles", rows.stream().map(row -> row.role().name()).toArray(String[]::new));
    node.setProperty(
        "schemaNames", rows.stream().map(row -> row.name().orElse("")).toArray(String[]::new));
    node.setProperty("schemaCounts", rows.stream().mapToLong(SchemaRow::count).toArray());
    node.setProperty("schemaGiven", given(rows));
    node.setProperty("schemaDetails", rows.stream().map(SchemaRow::detail).toArray(String[]::new));
  }

  private static boolean[] given(List<SchemaRow> rows) {
    boolean[] given = new boolean[rows.size()];
    for (int row = 0; row < given.length; row++) {
      given[row] = rows.get(row).given();
    }
    return given;
  }

  static ModelNode read(Node node) {
    StoredProperties stored = new StoredProperties(node);
    if (stored.number("format") != FORMAT) {
      throw stored.damaged(
          "is stored in format %d, this version reads %d"
              .formatted(stored.number("format"), FORMAT));
    }
    return stored.reading(() -> read(stored));
  }

  private static ModelNode read(StoredProperties stored) {
    return new ModelNode(
        stored.text(NAME),
        stored.text(VERSION),
        new StemProperties(stored.text(STEM)),
        Slot.ofSuffix(stored.text(SLOT)),
        readSchema(stored),
        (int) stored.number("dimension"),
        readRelations(stored),
        stored.texts("parts"),
        stored.number("nodeCount"),
        numbers(stored, SHARED_MOMENT),
        numbers(stored, METRIC),
        readProvenance(stored));
  }

  private static GraphSchema readSchema(StoredProperties stored) {
    List<String> roles = stored.texts("schemaRoles");
    List<String> names = stored.texts("schemaNames");
    long[] counts = stored.required("schemaCounts", long[].class);
    List<String> details = stored.texts("schemaDetails");
    boolean[] given = stored.required("schemaGiven", boolean[].class);
    List<SchemaRow> rows = new ArrayList<>();
    for (int row = 0; row < roles.size(); row++) {
      SchemaRole role = SchemaRole.valueOf(roles.get(row));
      Optional<String> name = Optional.of(names.get(row)).filter(text -> !text.isEmpty());
      rows.add(new SchemaRow(role, name, counts[row], given[row], details.get(row)));
    }
    return new GraphSchema(rows);
  }

  private static List<Relation> readRelations(StoredProperties stored) {
    List<String> names = stored.texts("relationNames");
    List<String> kinds = stored.texts("relationKinds");
    List<Relation> relations = new ArrayList<>();
    for (int relation = 0; relation < names.size(); relation++) {
      Relation.Kind kind = Relation.Kind.valueOf(kinds.get(relation));
      relations.add(new Relation(names.get(relation), kind));
    }
    return relations;
  }

  private static Map<String, Double> numbers(StoredProperties stored, String prefix) {
    Map<String, Double> numbers = new LinkedHashMap<>();
    stored.prefixed(prefix).forEach((key, value) -> numbers.put(key, (Double) value));
    return numbers;
  }

  private static Provenance readProvenance(StoredProperties stored) {
    Map<String, String> environment = new LinkedHashMap<>();
    stored
        .prefixed(ENVIRONMENT)
        .forEach((key, value) -> environment.put(key, String.valueOf(value)));
    return new Provenance(
        stored.required("createdAt", ZonedDateTime.class),
        stored.prefixed(CONFIGURATION),
        environment);
  }
}
