package org.metarec.graph.store;

import java.util.BitSet;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.metarec.model.TrainedModel;
import org.metarec.model.TrainedTaste;
import org.metarec.model.embedding.SparseRows;
import org.metarec.model.item.ItemTable;
import org.metarec.model.item.PackedRow;
import org.metarec.triple.Progress;
import org.metarec.triple.id.Vocabulary;
import org.neo4j.graphdb.Node;

/** Writes what a training learned of each node into the properties of a slot. */
final class NodeRows {
  /** Nothing is learned of a user alone; that there is a row says that the user was known. */
  private static final float[] OF_A_USER = {};

  private final NodeBatches batches;
  private final Publication publication;
  private final StemProperties properties;
  private final Vocabulary vocabulary;

  NodeRows(NodeBatches batches, Publication publication) {
    this.batches = batches;
    this.publication = publication;
    this.properties = new StemProperties(publication.stem());
    this.vocabulary = publication.vocabulary();
  }

  void write(Slot slot, Progress progress) {
    writeEmbeddings(properties.of(NodePart.EMBEDDING, slot), progress.between(0, 0.8));
    publication.model().taste().ifPresent(taste -> writeTaste(taste, slot, progress));
    writeLinked(NodePart.RATING, slot, "writing ratings", progress.between(0.95, 1));
  }

  private void writeTaste(TrainedTaste taste, Slot slot, Progress progress) {
    String item = properties.of(NodePart.ITEM, slot);
    writeItems(taste.model().items(), item, progress.between(0.8, 0.86));
    writeLinked(NodePart.ATTRIBUTE, slot, "writing attributes", progress.between(0.86, 0.88));
    writeLinked(NodePart.PROFILE, slot, "writing profiles", progress.between(0.88, 0.9));
    String own = properties.of(NodePart.OWN, slot);
    write(taste.state().itemOffsets(), own, "writing known items", progress.between(0.9, 0.94));
    markUsers(taste.state().knownUsers(), own, progress.between(0.94, 0.95));
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
        (node, item) -> setPacked(node, property, items.row(item)),
        "writing items",
        progress);
  }

  /** Does not even report the stage where the model has no such rows. */
  private void writeLinked(NodePart part, Slot slot, String stage, Progress progress) {
    TrainedModel model = publication.model();
    String property = properties.of(part, slot);
    part.ofLinked(model)
        .map(model::ofNodes)
        .ifPresent(rows -> write(rows, property, stage, progress));
  }

  private void write(SparseRows rows, String property, String stage, Progress progress) {
    int[] entities = rows.entities().toArray();
    batches.change(
        IntStream.of(entities).mapToLong(vocabulary::nodeId).toArray(),
        (node, position) -> set(node, property, rows.row(entities[position]).orElseThrow()),
        stage,
        progress);
  }

  private void markUsers(BitSet known, String property, Progress progress) {
    int firstUser = vocabulary.itemCount();
    long[] users = known.stream().mapToLong(user -> vocabulary.nodeId(firstUser + user)).toArray();
    batches.change(
        users, (node, position) -> set(node, property, OF_A_USER), "writing known users", progress);
  }

  private static int set(Node node, String property, float[] row) {
    node.setProperty(property, row);
    return row.length * Float.BYTES;
  }

  private static int setPacked(Node node, String property, float[] row) {
    byte[] packed = PackedRow.pack(row);
    node.setProperty(property, packed);
    return packed.length;
  }

  private long[] nodeIds(int count) {
    return LongStream.range(0, count).map(entity -> vocabulary.nodeId((int) entity)).toArray();
  }
}
