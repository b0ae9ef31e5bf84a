package org.metarec.graph.reading;

import static org.metarec.graph.node.FeatureReader.names;
import static org.metarec.triple.Relation.Kind.INTERACTION;
import static org.metarec.triple.Relation.Kind.ITEM_FEATURE;
import static org.metarec.triple.Relation.Kind.ITEM_RELATION;

import com.google.common.primitives.Longs;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.metarec.graph.GraphSchema;
import org.metarec.graph.KeyedLabel;
import org.metarec.graph.LabelKeys;
import org.metarec.graph.node.FeatureReader;
import org.metarec.graph.node.NodeIdSet;
import org.metarec.graph.node.NodeIds;
import org.metarec.graph.node.RelationColumns;
import org.metarec.graph.node.UserValues;
import org.metarec.model.rating.RatingScale;
import org.metarec.path.Links;
import org.metarec.path.PathIndex;
import org.metarec.triple.NodeFeatures;
import org.metarec.triple.Progress;
import org.metarec.triple.Relation;
import org.metarec.triple.Triples;
import org.metarec.triple.id.Vocabulary;
import org.metarec.triple.time.ItemTimes;
import org.neo4j.graphdb.Node;
import org.neo4j.graphdb.Transaction;

/**
 * Reads a graph into arrays: one pass over the nodes of each label and over the relationships of
 * each type, in time and memory linear in them. A node that is both user and item is an item. What
 * is deleted while it is read is left out.
 */
public final class GraphReader {
  private static final long[] NONE = {};

  private final Transaction tx;
  private final GraphSchema schema;
  private final Progress progress;
  private final Map<String, Long> skipped = new TreeMap<>();

  private GraphReader(Transaction tx, GraphSchema schema, Progress progress) {
    this.tx = tx;
    this.schema = schema;
    this.progress = progress;
  }

  /** Reads what the schema names. */
  public static TrainingGraph read(Transaction tx, GraphSchema schema, Progress progress) {
    return new GraphReader(tx, schema, progress).read();
  }

  private TrainingGraph read() {
    NodeIdSet items = schema.item().map(this::nodes).orElse(NodeIdSet.EMPTY);
    NodeIdSet users = schema.user().map(this::nodes).orElse(NodeIdSet.EMPTY).without(items);
    List<RelationColumns> links = links(items);
    progress.report("reading interactions", 0.4);
    InteractionColumns clicks =
        new InteractionColumns.Reader(schema, users, items, skipped).read(tx, progress);
    progress.report("reading keys", 0.6);
    long[] itemIds = schema.item().map(keyed -> inOrder(items, node -> keyed)).orElse(NONE);
    long[] userIds = schema.user().map(keyed -> inOrder(users, node -> keyed)).orElse(NONE);
    long[] otherIds = inOrder(others(links, items, users), new LabelKeys(tx, progress)::of);
    progress.report("reading features", 0.8);
    List<NodeFeatures> itemFeatures = itemFeatures(itemIds);
    List<String> featureValues =
        itemFeatures.stream().flatMap(feature -> feature.values().stream()).toList();
    long[] ids = Longs.concat(itemIds, userIds, otherIds);
    Vocabulary vocabulary =
        new Vocabulary(itemIds.length, userIds.length, ids, featureValues.size());
    ItemTimes itemTimes = itemTimes(itemIds);
    progress.report("putting the graph in order", 0.9);
    InteractionOrder interactions = new InteractionOrder(clicks, vocabulary, progress);
    Triples triples = triples(vocabulary, links, itemFeatures, interactions);
    RatingScale ratings = interactions.ratingScale();
    NodeFeatures userFeatures = userFeatures(userIds, ratings);
    new FeatureLimits(schema).require(itemFeatures, userFeatures, ratings);
    return new TrainingGraph(
        vocabulary,
        relations(),
        triples,
        featureValues,
        interactions.interactions(ratings),
        ratings,
        paths(vocabulary, links, itemFeatures),
        userFeatures,
        itemTimes,
        clicks.sharedMoments(),
        skipped);
  }

  private NodeIdSet nodes(KeyedLabel keyed) {
    return NodeIdSet.withLabel(tx, keyed.label(), progress);
  }

  private List<RelationColumns> links(NodeIdSet items) {
    List<RelationColumns> links = new ArrayList<>();
    for (String type : schema.relationshipTypes()) {
      progress.report("reading " + type, 0.4 * links.size() / schema.relationshipTypes().size());
      links.add(RelationColumns.read(tx, type, items, progress));
    }
    return links;
  }

  private static NodeIdSet others(List<RelationColumns> links, NodeIdSet items, NodeIdSet users) {
    return links.stream()
        .map(columns -> columns.nodesOutside(items).without(users))
        .reduce(NodeIdSet.EMPTY, NodeIdSet::with);
  }

  private long[] inOrder(NodeIdSet nodes, Function<Node, KeyedLabel> keyed) {
    return NodeOrder.of(tx, nodes, keyed, progress);
  }

  private List<NodeFeatures> itemFeatures(long[] itemIds) {
    return schema.itemFeatures().stream()
        .map(List::of)
        .map(one -> FeatureReader.read(tx, itemIds, item -> names(item, one), progress))
        .toList();
  }

  private NodeFeatures userFeatures(long[] userIds, RatingScale ratings) {
    UserValues values = new UserValues(tx, schema);
    NodeFeatures all = FeatureReader.read(tx, userIds, values::of, progress);
    return FeatureLimits.withFewNodes(all, values::isNode, ratings);
  }

  private ItemTimes itemTimes(long[] itemIds) {
    NumberReader years =
        NumberReader.ofYears(
            schema.itemTimeProperty(), schema.item().map(KeyedLabel::label).orElse(""));
    float[] times = new float[itemIds.length];
    for (int item = 0; item < times.length; item++) {
      progress.checkRunning();
      times[item] = NodeIds.read(tx, itemIds[item], years::read).orElse(Double.NaN).floatValue();
    }
    years.addSkipped(skipped);
    return new ItemTimes(times);
  }

  private List<Relation> relations() {
    List<Relation> relations = new ArrayList<>();
    schema.relationshipTypes().forEach(name -> relations.add(new Relation(name, ITEM_RELATION)));
    schema.itemFeatures().forEach(name -> relations.add(new Relation(name, ITEM_FEATURE)));
    schema.interactionTypes().forEach(name -> relations.add(new Relation(name, INTERACTION)));
    return relations;
  }

  private Triples triples(
      Vocabulary vocabulary,
      List<RelationColumns> links,
      List<NodeFeatures> itemFeatures,
      InteractionOrder interactions) {
    TripleColumns triples = new TripleColumns(most(links, itemFeatures, interactions));
    int relation = 0;
    for (RelationColumns columns : links) {
      for (int row = 0; row < columns.size(); row++) {
        progress.checkRunning();
        triples.add(columns.start(row, vocabulary), relation, columns.end(row, vocabulary));
      }
      relation++;
    }
    int firstValue = vocabulary.nodeCount();
    for (NodeFeatures feature : itemFeatures) {
      for (int item = 0; item < feature.nodeCount(); item++) {
        progress.checkRunning();
        for (int value : feature.of(item)) {
          triples.add(item, relation, firstValue + value);
        }
      }
      firstValue += feature.values().size();
      relation++;
    }
    interactions.addTo(triples, relation);
    int relations = relation + schema.interactionTypes().size();
    return triples.toTriples(vocabulary.entityCount(), relations, progress);
  }

  private static int most(
      List<RelationColumns> links, List<NodeFeatures> features, InteractionOrder interactions) {
    int ofLinks = links.stream().mapToInt(RelationColumns::size).reduce(0, Math::addExact);
    int ofFeatures = features.stream().mapToInt(NodeFeatures::size).reduce(0, Math::addExact);
    return Math.addExact(Math.addExact(ofLinks, ofFeatures), interactions.triples());
  }

  private PathIndex paths(
      Vocabulary vocabulary, List<RelationColumns> links, List<NodeFeatures> features) {
    int items = vocabulary.itemCount();
    PathIndex.Builder paths = new PathIndex.Builder(items, items, links.size(), features.size());
    for (int relation = 0; relation < links.size(); relation++) {
      links.get(relation).addTo(paths, relation, vocabulary, progress);
    }
    int firstValue = vocabulary.nodeCount() - items;
    for (int place = 0; place < features.size(); place++) {
      NodeFeatures feature = features.get(place);
      for (int item = 0; item < items; item++) {
        progress.checkRunning();
        for (int value : feature.of(item)) {
          paths.link(links.size() + place, item, firstValue + value, Links.NO_HANDLE);
        }
      }
      firstValue += feature.values().size();
    }
    return paths.build(progress);
  }
}
