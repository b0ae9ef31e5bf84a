package org.metarec.graph.store;

import java.util.Arrays;
import java.util.BitSet;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.metarec.model.rating.RatingModel;
import org.metarec.model.taste.AttributeRows;
import org.metarec.model.taste.ItemTable;
import org.metarec.model.taste.KnownItems;
import org.metarec.triple.Progress;
import org.metarec.triple.Vocabulary;
import org.neo4j.graphdb.Node;

/** Writes what a training learned of each node into the properties of a slot. */
final class NodeRows {
  /** Nothing is learned of a user alone; that there is a row says that the user was known. */
  private static final float[] OF_A_USER = {};

  private final NodeBatches batches;
  private final Publication publication;
  private final Vocabulary vocabulary;

  NodeRows(NodeBatches batches, Publication publication) {
    this.batches = batches;
    this.publication = publication;
    this.vocabulary = publication.vocabulary();
  }

  void write(Slot slot, Progress progress) {
    StemProperties properties = new StemProperties(publication.stem());
    writeEmbeddings(properties.embedding(slot), progress.between(0, 0.8));
    publication
        .model()
        .taste()
        .ifPresent(
            taste -> writeItems(taste.items(), properties.item(slot), progress.between(0.8, 0.86)));
    publication
        .model()
        .attributes()
        .ifPresent(
            rows -> writeAttributes(rows, properties.attribute(slot), progress.between(0.86, 0.9)));
    publication
        .model()
        .state()
        .ifPresent(
            state -> {
              writeOwn(state.knownItems(), properties.own(slot), progress.between(0.9, 0.94));
              markUsers(state.knownUsers(), properties.own(slot), progress.between(0.94, 0.95));
            });
    publication
        .model()
        .ratings()
        .ifPresent(
            ratings -> writeRatings(ratings, properties.rating(slot), progress.between(0.95, 1)));
  }

  private void writeEmbeddings(String property, Progress progress) {
    batches.change(
        nodeIds(vocabulary.nodeCount()),
        (node, entity) -> set(node, property, publication.model().entities().row(entity)),
        "writing embeddings",
        progress);
  }

  private void writeItems(ItemTable items, String property, Progress progress) {
    batches.change(
        nodeIds(items.itemCount()),
        (node, item) -> set(node, property, items.row(item)),
        "writing items",
        progress);
  }

  private void writeAttributes(AttributeRows rows, String property, Progress progress) {
    int[] entities =
        IntStream.range(0, vocabulary.nodeCount())
            .filter(entity -> rows.row(entity).isPresent())
            .toArray();
    batches.change(
        Arrays.stream(entities).mapToLong(vocabulary::nodeId).toArray(),
        (node, position) -> set(node, property, rows.row(entities[position]).orElseThrow()),
        "writing attributes",
        progress);
  }

  private void writeOwn(KnownItems items, String property, Progress progress) {
    batches.change(
        nodeIds(items.itemCount()),
        (node, item) -> items.part(item).map(part -> set(node, property, part)).orElse(0),
        "writing known items",
        progress);
  }

  private void markUsers(BitSet known, String property, Progress progress) {
    int firstUser = vocabulary.itemCount();
    long[] users = known.stream().mapToLong(user -> vocabulary.nodeId(firstUser + user)).toArray();
    batches.change(
        users, (node, position) -> set(node, property, OF_A_USER), "writing known users", progress);
  }

  private void writeRatings(RatingModel ratings, String property, Progress progress) {
    batches.change(
        nodeIds(Math.min(ratings.entityCount(), vocabulary.nodeCount())),
        (node, entity) -> ratings.row(entity).map(row -> set(node, property, row)).orElse(0),
        "writing ratings",
        progress);
  }

  private static int set(Node node, String property, float[] row) {
    node.setProperty(property, row);
    return row.length;
  }

  private long[] nodeIds(int count) {
    return LongStream.range(0, count).map(entity -> vocabulary.nodeId((int) entity)).toArray();
  }
}
