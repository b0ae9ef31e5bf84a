package org.metarec.graph.live.model;

import org.metarec.graph.node.NodeIds;
import org.metarec.graph.node.NodeNumbers;
import org.metarec.graph.store.ModelNode;
import org.metarec.graph.store.NodePart;
import org.metarec.model.RelationBlocks;
import org.metarec.model.taste.PriorShape;
import org.metarec.path.ProfileLifts;
import org.neo4j.graphdb.Node;
import org.neo4j.graphdb.Transaction;

/** Reads what users' profiles say of the nodes that items are linked with. */
final class ProfileReader {
  private final Transaction tx;
  private final String property;
  private final PriorShape shape;

  ProfileReader(Transaction tx, ModelNode model, PriorShape shape) {
    this.tx = tx;
    this.property = model.property(NodePart.PROFILE);
    this.shape = shape;
  }

  /** The lifts of the nodes, by their numbers; none of one that has been deleted since. */
  ProfileLifts read(NodeNumbers attributes) {
    ProfileLifts.Builder lifts =
        new ProfileLifts.Builder(shape.profileRelations(), shape.userValues());
    for (int number = 0; shape.profileRelations() > 0 && number < attributes.count(); number++) {
      int attribute = number;
      NodeIds.read(tx, attributes.nodeId(number), this::row)
          .ifPresent(row -> add(lifts, attribute, row));
    }
    return lifts.build();
  }

  /** Of most nodes profiles say nothing. */
  private float[] row(Node node) {
    return node.getProperty(property, null) instanceof float[] row ? row : new float[0];
  }

  private void add(ProfileLifts.Builder lifts, int attribute, float[] row) {
    RelationBlocks.forEach(
        row,
        2,
        (relation, block) -> {
          int value = (int) block[0];
          if (relation < shape.profileRelations() && value < shape.userValues()) {
            lifts.add(relation, value, attribute, block[1]);
          }
        });
  }
}
