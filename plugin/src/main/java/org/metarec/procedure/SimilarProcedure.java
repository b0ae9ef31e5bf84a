package org.metarec.procedure;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.metarec.graph.KeyedLabel;
import org.metarec.graph.live.embedding.EmbeddedNodes;
import org.metarec.graph.live.embedding.LiveEmbeddings;
import org.metarec.procedure.argument.ConfigMap;
import org.metarec.procedure.argument.NodeArgument;
import org.metarec.recommend.EmbeddingSearch;
import org.neo4j.graphdb.Node;
import org.neo4j.graphdb.Transaction;
import org.neo4j.procedure.Context;
import org.neo4j.procedure.Description;
import org.neo4j.procedure.Mode;
import org.neo4j.procedure.Name;
import org.neo4j.procedure.Procedure;

/** Finds items like another. */
public final class SimilarProcedure {
  @Context public Transaction transaction;
  @Context public Metarec metarec;

  @Procedure(name = "metarec.similar", mode = Mode.READ)
  @Description("The items whose RotatE embedding is most like an item's, best first.")
  public Stream<Row> similar(
      @Name(value = "item", description = "A node or the value of its key.") Object item,
      @Name(value = "config", defaultValue = "{}", description = "topK, modelName.")
          Map<String, Object> config) {
    ConfigMap map = new ConfigMap(config);
    Object given = map.read(() -> NodeArgument.one("item", item), item);
    int topK = map.topK();
    String modelName = map.modelName();
    map.throwIfAny();
    return metarec
        .catalog()
        .fromEmbeddings(transaction, modelName, embeddings -> rows(embeddings, given, topK))
        .stream();
  }

  private List<Row> rows(LiveEmbeddings embeddings, Object given, int topK) {
    KeyedLabel items = embeddings.model().schema().requireItem(embeddings.model().name());
    Node item = items.find(transaction, given);
    return embeddings
        .row(item)
        .map(row -> like(item, items, row, topK, embeddings))
        .orElse(List.of());
  }

  private List<Row> like(
      Node item, KeyedLabel items, float[] row, int topK, LiveEmbeddings embeddings) {
    EmbeddedNodes others =
        new EmbeddedNodes(
            transaction,
            embeddings,
            Set.of(items.label()),
            node -> !node.equals(item) && items.isOn(node));
    return new EmbeddingSearch(
            embeddings.rows(), others.entities(), others.otherRows(), embeddings.inductionError())
        .similar(row, topK, others::isThere).stream()
            .flatMap(
                found ->
                    others.node(found.index()).map(node -> new Row(node, found.score())).stream())
            .toList();
  }

  /** One like item. */
  public record Row(
      @Description("The item's node.") Node item,
      @Description("Cosine of the angle between the embeddings, -1 to 1.") double score) {}
}
