package org.metarec.graph.live.item;

import java.util.List;
import org.metarec.graph.store.ModelNode;
import org.metarec.triple.Relation;
import org.neo4j.graphdb.RelationshipType;

/** The relationship types that give paths, in the model's order. Immutable. */
final class LinkTypes {
  private final List<String> names;
  private final RelationshipType[] types;

  private LinkTypes(List<String> names) {
    this.names = List.copyOf(names);
    this.types = names.stream().map(RelationshipType::withName).toArray(RelationshipType[]::new);
  }

  static LinkTypes of(ModelNode model) {
    return new LinkTypes(model.relationNames(Relation.Kind.ITEM_RELATION));
  }

  int count() {
    return types.length;
  }

  RelationshipType type(int relation) {
    return types[relation];
  }

  /** All of them; not a copy. */
  RelationshipType[] all() {
    return types;
  }

  /** The relation of one of them. */
  int relation(String name) {
    return names.indexOf(name);
  }
}
