package org.metarec.procedure;

import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.metarec.graph.KeyedLabel;
import org.metarec.graph.NodeIds;
import org.metarec.graph.live.LiveEmbeddings;
import org.metarec.graph.live.LiveModel;
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
  private static final int DEFAULT_TOP_K = 10;

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
    int topK = map.topK(DEFAULT_TOP_K);
    String modelName = map.modelName();
    map.throwIfAny();
    LiveModel live = metarec.catalog().live(transaction, modelName);
    live.requireServing();
    KeyedLabel items = live.model().schema().item().orElseThrow();
    Node node = items.find(transaction, given);
    float[] row = metarec.catalog().embedding(transaction, node, modelName).orElseThrow();
    LiveEmbeddings embeddings = metarec.catalog().embeddings(transaction, modelName);
    long own = NodeIds.of(node);
    return new EmbeddingSearch(live.vocabulary().itemCount(), i -> row(live, embeddings, i))
        .similar(row, i -> live.vocabulary().nodeId(i) != own, topK).stream()
            .flatMap(found -> row(live, found.index(), found.score()).stream());
  }

  /** The trained row of an item, or for one created since the row that its relations give it. */
  private float[] row(LiveModel live, LiveEmbeddings embeddings, int item) {
    int entity = embeddings.vocabulary().entity(live.vocabulary().nodeId(item));
    if (entity >= 0) {
      return embeddings.rows().row(entity);
    }
    return live.node(transaction, item)
        .flatMap(n -> metarec.catalog().embedding(transaction, n, live.model().name()))
        .orElseGet(() -> new float[2 * live.model().dimension()]);
  }

  /** An item that was deleted since the model was read has no row. */
  private Optional<Row> row(LiveModel live, int item, double score) {
    return live.node(transaction, item).map(node -> new Row(node, score));
  }

  /** One like item. */
  public record Row(
      @Description("The item's node.") Node item,
      @Description("Cosine of the angle between the embeddings, -1 to 1.") double score) {}
}
