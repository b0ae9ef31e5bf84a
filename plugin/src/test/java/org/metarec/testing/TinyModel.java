package org.metarec.testing;

import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.IntFunction;
import org.metarec.graph.GraphSchema;
import org.metarec.graph.SchemaRole;
import org.metarec.graph.SchemaRow;
import org.metarec.graph.store.ModelNode;
import org.metarec.graph.store.ModelStore;
import org.metarec.graph.store.Publication;
import org.metarec.graph.store.Succession;
import org.metarec.model.Provenance;
import org.metarec.model.RelationBlocks;
import org.metarec.model.TrainedModel;
import org.metarec.model.TrainedTaste;
import org.metarec.model.TrainingState;
import org.metarec.model.embedding.EntityTable;
import org.metarec.model.embedding.RelationPhases;
import org.metarec.model.embedding.SparseRows;
import org.metarec.model.item.ItemTable;
import org.metarec.model.rating.RatingScale;
import org.metarec.model.taste.Fisher;
import org.metarec.model.taste.InnerSolver;
import org.metarec.model.taste.Prior;
import org.metarec.model.taste.PriorShape;
import org.metarec.model.taste.TasteModel;
import org.metarec.triple.Progress;
import org.metarec.triple.Relation;
import org.metarec.triple.Relation.Kind;
import org.metarec.triple.id.Vocabulary;
import org.neo4j.graphdb.Label;
import org.neo4j.graphdb.Node;
import org.neo4j.graphdb.Transaction;

/** A model of {@link TinyMovieGraph} that nobody trained: random numbers of the right shapes. */
public final class TinyModel {
  public static final int DIMENSION = 4;
  public static final int WIDTH = 3;

  /** Of a model that nobody has in memory. */
  public static final Succession UNSEEN = (next, parameters, progress) -> serves -> {};

  /** The metric in which a model tells its seed. */
  public static final String SEED_METRIC = "seed";

  public static final List<Relation> RELATIONS =
      List.of(
          new Relation("ACTED_IN", Kind.ITEM_RELATION),
          new Relation("DIRECTED", Kind.ITEM_RELATION),
          new Relation("IN_GENRE", Kind.ITEM_RELATION),
          new Relation("country", Kind.ITEM_FEATURE),
          new Relation("CLICKED", Kind.INTERACTION));
  public static final GraphSchema SCHEMA =
      new GraphSchema(
          List.of(
              row(SchemaRole.INTERACTION, "CLICKED"),
              row(SchemaRole.USER, "User"),
              row(SchemaRole.ITEM, "Movie"),
              row(SchemaRole.RELATION, "ACTED_IN"),
              row(SchemaRole.RELATION, "DIRECTED"),
              row(SchemaRole.RELATION, "IN_GENRE"),
              row(SchemaRole.USER_KEY, "id"),
              row(SchemaRole.ITEM_KEY, "id"),
              row(SchemaRole.TIME, "at"),
              row(SchemaRole.RATING, "rating"),
              row(SchemaRole.USER_FEATURE, "ageGroup"),
              row(SchemaRole.ITEM_FEATURE, "country"),
              row(SchemaRole.ITEM_TIME, "year")));

  /** No click of the graph has it. */
  public static final Map<String, Double> SHARED_MOMENTS = Map.of("CLICKED", 7.5);

  private static final List<String> COUNTRIES = List.of("country=France", "country=US");
  private static final List<String> AGES =
      List.of("ageGroup=18-24", "ageGroup=25-34", "ageGroup=35-44");
  private static final Provenance PROVENANCE =
      new Provenance(
          ZonedDateTime.of(2026, 11, 25, 12, 0, 0, 0, ZoneOffset.UTC),
          Map.of("randomSeed", 42L, "margin", 9.0, "sudo", false, "without", List.of("gru")),
          Map.of("java", "17"));

  private static SchemaRow row(SchemaRole role, String name) {
    return new SchemaRow(role, Optional.of(name), 1, false, "said so");
  }

  private final long seed;
  private final RatingScale ratings;
  private final SplittableRandom random;

  private TinyModel(long seed, RatingScale ratings) {
    this.seed = seed;
    this.ratings = ratings;
    this.random = new SplittableRandom(seed);
  }

  /** A model of the graph as it is now; the same seed gives the same numbers. */
  public static Publication publication(Transaction tx, String modelName, String stem, long seed) {
    Vocabulary vocabulary = vocabulary(tx);
    TrainedModel model = new TinyModel(seed, RatingScale.NONE).model(vocabulary, true);
    return new Publication(modelName, stem, model, vocabulary, SCHEMA, SHARED_MOMENTS, PROVENANCE);
  }

  /** Has a model of the graph as it is now serve. */
  public static ModelNode publish(
      EmptyDatabase database, ModelStore store, String modelName, String stem, long seed) {
    store.claim(modelName, stem, Progress.NONE);
    return store.publish(
        database.read(tx -> publication(tx, modelName, stem, seed)), UNSEEN, Progress.NONE);
  }

  /** A model of a graph whose ratings lie between two numbers. */
  public static Publication withRatings(Transaction tx, double lowest, double highest) {
    Vocabulary vocabulary = vocabulary(tx);
    RatingScale ratings = new RatingScale(lowest, highest, 3, 4);
    TrainedModel model = new TinyModel(1, ratings).model(vocabulary, true);
    return new Publication(
        "metarec", "rotate", model, vocabulary, SCHEMA, SHARED_MOMENTS, PROVENANCE);
  }

  /** A model of embeddings only. */
  public static Publication withoutTaste(Transaction tx, String modelName, String stem) {
    Vocabulary vocabulary = vocabulary(tx);
    TrainedModel model = new TinyModel(1, RatingScale.NONE).model(vocabulary, false);
    return new Publication(modelName, stem, model, vocabulary, SCHEMA, SHARED_MOMENTS, PROVENANCE);
  }

  /** The entity of a node of the graph that the model is of. */
  public static int entity(Publication publication, Node node) {
    return publication.vocabulary().entity(id(node));
  }

  /** {@code float[2d]}: the embedding of a value of the films' feature "country". */
  public static float[] countryRow(Publication publication, String country) {
    int value = COUNTRIES.indexOf("country=" + country);
    return publication.model().entities().row(publication.vocabulary().nodeCount() + value);
  }

  private TrainedModel model(Vocabulary vocabulary, boolean withTaste) {
    float[] rows = floats(vocabulary.entityCount() * 2 * DIMENSION);
    float[] phases = floats(RELATIONS.size() * DIMENSION);
    EntityTable entities = new EntityTable(DIMENSION, rows);
    BitSet items = new BitSet();
    items.set(0, vocabulary.itemCount());
    return new TrainedModel(
        entities,
        entities.mean(items),
        new RelationPhases(DIMENSION, phases),
        RELATIONS,
        COUNTRIES,
        withTaste ? Optional.of(trained(vocabulary)) : Optional.empty(),
        Optional.empty(),
        Map.of(SEED_METRIC, (double) seed));
  }

  /** Of a training that saw nobody. */
  private TrainedTaste trained(Vocabulary vocabulary) {
    TasteModel taste = taste(vocabulary.itemCount());
    PriorShape shape = taste.prior().shape();
    Fisher fisher = new Fisher(shape, part -> new float[part.length(shape)]);
    SparseRows offsets = new SparseRows(new float[vocabulary.itemCount()][]);
    return new TrainedTaste(
        taste,
        attributes(vocabulary),
        profiles(vocabulary),
        new TrainingState(fisher, offsets, new BitSet(), Double.NEGATIVE_INFINITY));
  }

  private TasteModel taste(int itemCount) {
    int earned = 4 * 7 + 2;
    PriorShape shape =
        new PriorShape(DIMENSION, WIDTH, 4, 4, true, AGES.size(), 1, InnerSolver.STEPS, 0, earned);
    Prior prior = new Prior(shape, part -> floats(part.length(shape)));
    ItemTable items = new ItemTable(WIDTH, itemCount);
    for (int item = 0; item < itemCount; item++) {
      items.setRow(item, floats(ItemTable.rowLength(WIDTH)));
    }
    return new TasteModel(prior, items, AGES, ratings);
  }

  private SparseRows attributes(Vocabulary vocabulary) {
    return ofLinked(vocabulary, entity -> floats(WIDTH + 1));
  }

  /** Of one value of the users' features. */
  private SparseRows profiles(Vocabulary vocabulary) {
    return ofLinked(vocabulary, entity -> new float[] {entity % AGES.size(), floats(1)[0]});
  }

  /** Of all that are no items, by all relations of nodes, or that of values. */
  private static SparseRows ofLinked(Vocabulary vocabulary, IntFunction<float[]> block) {
    float[][] rows = new float[vocabulary.entityCount()][0];
    for (int entity = vocabulary.itemCount(); entity < rows.length; entity++) {
      boolean isNode = entity < vocabulary.nodeCount();
      for (int relation = isNode ? 0 : 3; relation < (isNode ? 3 : 4); relation++) {
        rows[entity] = RelationBlocks.with(rows[entity], relation, block.apply(entity));
      }
    }
    return new SparseRows(rows);
  }

  private float[] floats(int count) {
    float[] values = new float[count];
    for (int i = 0; i < count; i++) {
      values[i] = (float) random.nextDouble(0.1, 1);
    }
    return values;
  }

  private static Vocabulary vocabulary(Transaction tx) {
    List<Node> nodes = new ArrayList<>();
    for (String label : List.of("Movie", "User", "Person", "Genre")) {
      String key = label.equals("Genre") ? "name" : "id";
      try (var found = tx.findNodes(Label.label(label)).stream()) {
        found
            .sorted(Comparator.comparing(node -> String.valueOf(node.getProperty(key))))
            .forEach(nodes::add);
      }
    }
    int items = count(nodes, "Movie");
    int users = count(nodes, "User");
    long[] ids = nodes.stream().mapToLong(TinyModel::id).toArray();
    return new Vocabulary(items, users, ids, COUNTRIES.size());
  }

  private static int count(List<Node> nodes, String label) {
    return (int) nodes.stream().filter(node -> node.hasLabel(Label.label(label))).count();
  }

  @SuppressWarnings("removal") // as the plugin's own NodeIds
  private static long id(Node node) {
    return node.getId();
  }
}
