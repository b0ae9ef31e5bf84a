package org.metarec.bench.coldstart;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.metarec.bench.coldstart.folder.FolderGraph;
import org.metarec.bench.coldstart.folder.Interaction;
import org.metarec.bench.coldstart.folder.Scenario.Task;

/**
 * FastRP embeddings of GDS: a user is the mean of the items that the user likes, of all the user
 * has to do with where none is liked; items rank by the cosine. An item without an embedding ranks
 * last.
 */
final class FastRp implements Scorer {
  private static final String EMBED =
      """
      CALL gds.fastRP.stream($graph, $config) YIELD nodeId, embedding
      WITH gds.util.asNode(nodeId) AS item, embedding WHERE item:Item
      RETURN elementId(item) AS item, embedding
      """;

  private final Judge judge;
  private final Map<String, float[]> items = new HashMap<>();

  /**
   * @param judge says what is liked
   * @param embeddings of items, of any length
   */
  FastRp(Judge judge, Map<String, float[]> embeddings) {
    this.judge = judge;
    embeddings.forEach((item, vector) -> items.put(item, unit(vector)));
  }

  /**
   * Embeds the graph with all relations, as it is.
   *
   * @param config of {@code gds.fastRP}
   */
  static FastRp embed(
      GraphDataScience gds, Map<String, Object> config, FolderGraph graph, Judge judge) {
    Map<String, String> keys = graph.keysOfItems();
    Map<String, float[]> embeddings = new HashMap<>();
    gds.projectAll();
    gds.forEach(
        EMBED,
        Map.of("config", config),
        row ->
            embeddings.put(
                keys.get((String) row.get("item")), floats((List<?>) row.get("embedding"))));
    return new FastRp(judge, embeddings);
  }

  private static float[] floats(List<?> numbers) {
    float[] floats = new float[numbers.size()];
    for (int i = 0; i < floats.length; i++) {
      floats[i] = ((Number) numbers.get(i)).floatValue();
    }
    return floats;
  }

  @Override
  public List<Scored> score(Task task) {
    float[] user = user(task.support());
    return task.items().stream()
        .map(item -> new Scored(item, cosine(user, items.get(item)), Double.NaN))
        .toList();
  }

  /** Empty where no embedding tells. */
  private float[] user(List<Interaction> support) {
    List<Interaction> known =
        support.stream().filter(one -> items.containsKey(one.item())).toList();
    List<Interaction> liked = known.stream().filter(judge::isPositive).toList();
    float[] sum = new float[0];
    for (Interaction one : liked.isEmpty() ? known : liked) {
      float[] item = items.get(one.item());
      sum = sum.length == 0 ? new float[item.length] : sum;
      for (int i = 0; i < item.length; i++) {
        sum[i] += item[i];
      }
    }
    return unit(sum);
  }

  private static float[] unit(float[] vector) {
    double length = Math.sqrt(product(vector, vector));
    float[] unit = vector.clone();
    for (int i = 0; length > 0 && i < unit.length; i++) {
      unit[i] /= (float) length;
    }
    return unit;
  }

  private static double cosine(float[] user, float[] item) {
    if (item == null) {
      return -1;
    }
    return user.length == 0 ? 0 : product(user, item);
  }

  private static double product(float[] one, float[] other) {
    double sum = 0;
    for (int i = 0; i < one.length; i++) {
      sum += (double) one[i] * other[i];
    }
    return sum;
  }
}
