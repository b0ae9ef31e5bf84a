package org.metarec.graph.live.model;

import org.metarec.graph.node.NodeNumbers;
import org.metarec.graph.store.LinkedRows;
import org.metarec.graph.store.ModelNode;
import org.metarec.graph.store.ModelParameters;
import org.metarec.graph.store.NodePart;
import org.metarec.model.RelationBlocks;
import org.metarec.model.taste.PriorShape;
import org.metarec.path.ProfileLifts;
import org.neo4j.graphdb.Transaction;

/** Reads what users' profiles say of the nodes and values that items are linked with. */
final class ProfileReader {
  private final Transaction tx;
  private final LinkedRows rows;
  private final PriorShape shape;

  /**
   * @param parameters of a model that knows of tastes
   */
  ProfileReader(Transaction tx, ModelNode model, ModelParameters parameters) {
    this.tx = tx;
    this.rows = new LinkedRows(model, parameters);
    this.shape = parameters.taste().orElseThrow().prior().shape();
  }

  /**
   * The lifts of nodes and values, by their numbers; none of a node that has been deleted since.
   */
  ProfileLifts read(NodeNumbers attributes) {
    ProfileLifts.Builder lifts =
        new ProfileLifts.Builder(shape.profileRelations(), shape.userValues());
    for (int number = 0; shape.profileRelations() > 0 && number < attributes.count(); number++) {
      int attribute = number;
      rows.row(tx, attributes.nodeId(number), NodePart.PROFILE) // of most there is none
          .ifPresent(row -> add(lifts, attribute, row));
    }
    return lifts.build();
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
