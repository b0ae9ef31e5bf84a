package org.metarec.graph.reading;

import com.google.common.primitives.ImmutableDoubleArray;
import com.google.common.primitives.ImmutableIntArray;
import com.google.common.primitives.ImmutableLongArray;
import java.util.HashMap;
import java.util.Map;
import org.metarec.graph.GraphSchema;
import org.metarec.graph.node.NodeIdSet;
import org.metarec.graph.node.NodeIds;
import org.metarec.graph.node.RelationTypes;
import org.metarec.triple.Progress;
import org.neo4j.graphdb.NotFoundException;
import org.neo4j.graphdb.Relationship;
import org.neo4j.graphdb.Transaction;

/**
 * Interactions as columns, in the order in which the store has them, repeated ones included.
 *
 * @param users internal ids
 * @param items internal ids
 * @param types positions in the schema's list of interaction types
 * @param times moments, −∞ where there is none
 * @param ratings on the scale of the graph, NaN where there is none
 * @param ids of the relationships
 * @param sharedMoments of the types whose interactions have but one moment, by name
 */
record InteractionColumns(
    ImmutableLongArray users,
    ImmutableLongArray items,
    ImmutableIntArray types,
    ImmutableDoubleArray times,
    ImmutableDoubleArray ratings,
    ImmutableLongArray ids,
    Map<String, Double> sharedMoments) {

  int size() {
    return ids.length();
  }

  /** Reads all interactions of a graph. */
  static final class Reader {
    private final ImmutableLongArray.Builder users = ImmutableLongArray.builder();
    private final ImmutableLongArray.Builder items = ImmutableLongArray.builder();
    private final ImmutableIntArray.Builder types = ImmutableIntArray.builder();
    private final ImmutableDoubleArray.Builder times = ImmutableDoubleArray.builder();
    private final ImmutableDoubleArray.Builder ratings = ImmutableDoubleArray.builder();
    private final ImmutableLongArray.Builder ids = ImmutableLongArray.builder();
    private final Map<String, Double> sharedMoments = new HashMap<>();
    private final GraphSchema schema;
    private final NodeIdSet userNodes;
    private final NodeIdSet itemNodes;
    private final Map<String, Long> skipped;

    /**
     * @param skipped is added to, by reason
     */
    Reader(
        GraphSchema schema, NodeIdSet userNodes, NodeIdSet itemNodes, Map<String, Long> skipped) {
      this.schema = schema;
      this.userNodes = userNodes;
      this.itemNodes = itemNodes;
      this.skipped = skipped;
    }

    InteractionColumns read(Transaction tx, Progress progress) {
      for (int type = 0; type < schema.interactionTypes().size(); type++) {
        readType(tx, type, progress);
      }
      return new InteractionColumns(
          users.build().trimmed(),
          items.build().trimmed(),
          types.build().trimmed(),
          times.build().trimmed(),
          ratings.build().trimmed(),
          ids.build().trimmed(),
          sharedMoments);
    }

    private void readType(Transaction tx, int type, Progress progress) {
      String name = schema.interactionTypes().get(type);
      NumberReader moments = NumberReader.ofMoments(schema.timeProperty(), name);
      NumberReader stars = NumberReader.ofRatings(schema.ratingProperty(), name);
      ImmutableDoubleArray.Builder timesOfType = ImmutableDoubleArray.builder();
      String elsewhere = name + " does not lead from a user to an item";
      RelationTypes.forEach(
          tx,
          name,
          progress,
          relationship -> {
            if (userNodes.contains(NodeIds.startOf(relationship))
                && itemNodes.contains(NodeIds.endOf(relationship))) {
              add(relationship, type, moments, stars, timesOfType);
            } else {
              skipped.merge(elsewhere, 1L, Long::sum);
            }
          });
      moments.addSkipped(skipped);
      stars.addSkipped(skipped);
      addTimes(name, timesOfType.build());
    }

    private void add(
        Relationship relationship,
        int type,
        NumberReader moments,
        NumberReader stars,
        ImmutableDoubleArray.Builder timesOfType) {
      double time;
      double rating;
      try {
        time = moments.read(relationship);
        rating = stars.read(relationship);
      } catch (NotFoundException deletedMeanwhile) {
        return;
      }
      users.add(NodeIds.startOf(relationship));
      items.add(NodeIds.endOf(relationship));
      types.add(type);
      timesOfType.add(time);
      ratings.add(rating);
      ids.add(NodeIds.of(relationship));
    }

    /** A time that all share, as that of an import, says nothing of what came first. */
    private void addTimes(String type, ImmutableDoubleArray timesOfType) {
      var known = timesOfType.stream().filter(Double::isFinite).summaryStatistics();
      boolean isOne = known.getCount() > 1 && known.getMin() == known.getMax();
      timesOfType.forEach(
          time -> times.add(isOne || Double.isNaN(time) ? Double.NEGATIVE_INFINITY : time));
      if (isOne) {
        sharedMoments.put(type, known.getMin());
        String reason =
            "%s of %s is always the same".formatted(schema.timeProperty().orElseThrow(), type);
        skipped.merge(reason + NumberReader.UNTIMED, known.getCount(), Long::sum);
      }
    }
  }
}
