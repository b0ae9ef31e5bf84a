package org.metarec.procedure.training;

import java.util.List;
import java.util.Optional;
import org.metarec.graph.GraphSchema;
import org.metarec.graph.SchemaRole;
import org.metarec.graph.SchemaRow;
import org.metarec.graph.store.ModelNode;
import org.metarec.graph.store.ModelStore;
import org.neo4j.graphdb.Transaction;

/** By what callers will look nodes up otherwise, once a model that serves is trained anew. */
final class ChangedRoles {
  private static final List<SchemaRole> LOOKED_UP =
      List.of(SchemaRole.USER, SchemaRole.USER_KEY, SchemaRole.ITEM, SchemaRole.ITEM_KEY);

  private ChangedRoles() {}

  /** In words, a role each; none where the call gives it, or no model of the name can be read. */
  static List<String> inWords(Transaction tx, ModelStore store, String name, GraphSchema now) {
    return store.list(tx, unreadable -> {}).stream()
        .filter(model -> model.name().equals(name))
        .flatMap(model -> LOOKED_UP.stream().flatMap(role -> inWords(model, role, now).stream()))
        .toList();
  }

  private static Optional<String> inWords(ModelNode before, SchemaRole role, GraphSchema now) {
    List<String> names = now.names(role);
    boolean isGiven =
        now.rows().stream().filter(row -> row.role() == role).anyMatch(SchemaRow::given);
    return before.schema().names(role).stream()
        .filter(name -> !isGiven && !names.contains(name))
        .map(name -> WarmStart.difference(role, name, names))
        .findFirst();
  }
}
