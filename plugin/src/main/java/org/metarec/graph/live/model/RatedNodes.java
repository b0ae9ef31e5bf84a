package org.metarec.graph.live.model;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.metarec.graph.node.NodeIds;
import org.metarec.graph.store.NodePart;
import org.metarec.meta.rating.RatingContent;
import org.metarec.model.rating.RatingPrior;
import org.metarec.triple.Relation;
import org.neo4j.graphdb.Node;
import org.neo4j.graphdb.Relationship;
import org.neo4j.graphdb.RelationshipType;

/**
 * The rows from which ratings are predicted, as {@link org.metarec.model.rating.RatingModel}
 * describes them: of an item that the training knew the stored one, of another what its attributes
 * and its year let expect. Read from the nodes when they are asked for; nothing is kept.
 */
public final class RatedNodes {
  private final LiveModel live;
  private final RatingPrior prior;
  private final List<String> relations;

  /**
   * @param live a model that predicts ratings
   */
  public RatedNodes(LiveModel live) {
    this.live = live;
    this.prior = live.parameters().ratings().orElseThrow();
    this.relations = live.model().relationNames(Relation.Kind.ITEM_RELATION);
  }

  /**
   * The row of an item: {@code float[width + 2]}.
   *
   * @throws org.neo4j.graphdb.NotFoundException if another version went live meanwhile
   */
  public float[] row(Node item) {
    return live.item(item).stream().anyMatch(live::isTrained)
            && item.getProperty(live.model().property(NodePart.RATING)) instanceof float[] row
        ? row
        : expected(item);
  }

  private float[] expected(Node item) {
    RatingContent content = RatingContent.empty(prior);
    for (int relation = 0; relation < relations.size(); relation++) {
      addAttributes(item, relation, content);
    }
    return content.expectedRow(prior, live.model().schema().itemYear(item));
  }

  private void addAttributes(Node item, int relation, RatingContent content) {
    Set<Long> seen = new HashSet<>();
    RelationshipType type = RelationshipType.withName(relations.get(relation));
    try (var relationships = item.getRelationships(type)) {
      for (Relationship relationship : relationships) {
        Node other = relationship.getOtherNode(item);
        if (live.item(other).isEmpty() && seen.add(NodeIds.of(other))) {
          live.model()
              .row(other, NodePart.RATING)
              .ifPresent(row -> content.addStored(relation, row));
        }
      }
    }
  }
}
