package org.metarec.graph.live.model;

import org.metarec.graph.live.item.ItemReader;
import org.metarec.graph.node.NodeNumbers;
import org.metarec.graph.node.ValueIds;
import org.metarec.graph.store.ModelNode;
import org.metarec.graph.store.NodePart;
import org.metarec.model.RelationBlocks;
import org.metarec.model.taste.Prior;
import org.metarec.model.taste.PriorPart;
import org.metarec.model.taste.PriorShape;
import org.metarec.path.ProfileLifts;
import org.neo4j.graphdb.Transaction;

/** Reads what users' profiles say of the nodes and values that items are linked with. */
final class ProfileReader {
  private final Transaction tx;
  private final ModelNode model;
  private final ItemReader reader;
  private final PriorShape shape;
  private final float[] ofValues;
  private final ProfileLifts.Builder lifts;

  ProfileReader(Transaction tx, ModelNode model, Prior prior, ItemReader reader) {
    this.tx = tx;
    this.model = model;
    this.reader = reader;
    this.shape = prior.shape();
    this.ofValues = prior.part(PriorPart.VALUE_LIFTS);
    this.lifts = new ProfileLifts.Builder(shape.profileRelations(), shape.userValues());
  }

  /**
   * All lifts.
   *
   * @param attributes numbers of nodes and values; a node deleted since has none
   */
  ProfileLifts read(NodeNumbers attributes) {
    for (int number = 0; shape.profileRelations() > 0 && number < attributes.count(); number++) {
      int attribute = number;
      long id = attributes.nodeId(number);
      if (ValueIds.isOne(id)) {
        addValue(attribute, ValueIds.value(id));
      } else {
        model
            .row(tx, id, NodePart.PROFILE) // of most profiles say nothing
            .ifPresent(row -> addNode(attribute, row));
      }
    }
    return lifts.build();
  }

  private void addValue(int attribute, int itemValue) {
    int relation = reader.relationOfValue(itemValue);
    for (int value = 0; value < shape.userValues(); value++) {
      float lift = ofValues[itemValue * shape.userValues() + value];
      if (lift != 0) {
        add(relation, value, attribute, lift);
      }
    }
  }

  private void addNode(int attribute, float[] row) {
    RelationBlocks.forEach(
        row, 2, (relation, block) -> add(relation, (int) block[0], attribute, block[1]));
  }

  private void add(int relation, int value, int attribute, float lift) {
    if (relation < shape.profileRelations() && value < shape.userValues()) {
      lifts.add(relation, value, attribute, lift);
    }
  }
}
