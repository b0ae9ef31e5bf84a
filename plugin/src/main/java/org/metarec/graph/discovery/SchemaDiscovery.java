package org.metarec.graph.discovery;

import static org.metarec.graph.discovery.LabelDiscovery.firstOf;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.metarec.GraphMismatchException;
import org.metarec.graph.GraphSchema;
import org.metarec.graph.LabelKeys;
import org.metarec.graph.SchemaConfig;
import org.metarec.graph.SchemaRole;
import org.metarec.graph.SchemaRow;
import org.metarec.graph.store.StemProperties;
import org.metarec.triple.Progress;
import org.neo4j.graphdb.Transaction;

/** One discovery of a graph's schema: interactions first, then their ends, then all else. */
public final class SchemaDiscovery {
  private static final SchemaRole[] OF_USERS = {SchemaRole.USER_KEY, SchemaRole.USER_FEATURE};
  private static final SchemaRole[] OF_ITEMS = {
    SchemaRole.ITEM_KEY, SchemaRole.ITEM_FEATURE, SchemaRole.ITEM_TIME
  };

  private final Transaction tx;
  private final Progress progress;
  private final NamesInUse graph;
  private final GivenNames given;
  private final LabelKeys keys;
  private final Predicate<String> modelProperties;
  private final List<SchemaRow> rows = new ArrayList<>();

  private SchemaDiscovery(Transaction tx, SchemaConfig config, Progress progress) {
    this.tx = tx;
    this.progress = progress;
    this.graph = NamesInUse.of(tx, progress);
    this.given = new GivenNames(config);
    this.keys = new LabelKeys(tx, progress);
    this.modelProperties = StemProperties.inUse(tx)::contains;
  }

  /**
   * Finds the schema of a graph, in time and memory linear in it.
   *
   * @param config what the caller says; a name that the graph does not have is an error
   * @throws org.metarec.InvalidConfigException with all names that the graph does not have
   * @throws GraphMismatchException if there are no relations and no interactions
   */
  public static GraphSchema of(Transaction tx, SchemaConfig config, Progress progress) {
    return new SchemaDiscovery(tx, config, progress).discover();
  }

  private GraphSchema discover() {
    given.requireIn(graph);
    InteractionCensus interactions = interactions();
    addInteractions(interactions);
    Optional<LabelDiscovery> users = label(userLabel(interactions));
    Optional<LabelDiscovery> items = label(itemLabel(interactions));
    String types = String.join(", ", interactions.counts().keySet());
    users.ifPresentOrElse(
        found -> addUsers(found, "most frequent label at the start of " + types),
        () -> given.refuse("users", OF_USERS));
    items.ifPresentOrElse(
        found -> addItems(found, "most frequent label at the end of " + types),
        () -> given.refuse("items", OF_ITEMS));
    addRelations(interactions, items);
    given.problems().throwIfAny();
    requireSomething();
    addWhatIsUnwanted();
    return new GraphSchema(rows);
  }

  /** That the caller wants none leaves a row too: whoever trains on must know it. */
  private void addWhatIsUnwanted() {
    for (SchemaRole role : SchemaRole.values()) {
      if (given.names(role).filter(List::isEmpty).isPresent()) {
        rows.add(given.row(role, Optional.empty(), 0, "", ""));
      }
    }
  }

  private InteractionCensus interactions() {
    InteractionCensus interactions =
        given.names(SchemaRole.INTERACTION).map(this::census).orElseGet(this::firstInteractions);
    requireTwoLabels(interactions);
    return interactions;
  }

  /** The first type that fits; if none does but for a label that is given, the first such one. */
  private InteractionCensus firstInteractions() {
    Optional<InteractionCensus> unlikeGiven = Optional.empty();
    for (String type : GraphSchema.INTERACTION_TYPES) {
      if (graph.relationshipTypes().contains(type)) {
        InteractionCensus census = census(List.of(type));
        if (joinsTwoLabels(census)) {
          return census;
        }
        if (unlikeGiven.isEmpty() && joins(census, census.startLabel(), census.endLabel())) {
          unlikeGiven = Optional.of(census);
        }
      }
    }
    return unlikeGiven.orElseGet(() -> census(List.of()));
  }

  private InteractionCensus census(List<String> types) {
    return new InteractionCensus(tx, types, modelProperties, progress);
  }

  private boolean joinsTwoLabels(InteractionCensus census) {
    return joins(census, userLabel(census), itemLabel(census));
  }

  private static boolean joins(
      InteractionCensus census, Optional<String> user, Optional<String> item) {
    return user.isPresent()
        && item.isPresent()
        && !user.equals(item)
        && census.joins(user.get(), item.get());
  }

  private Optional<String> userLabel(InteractionCensus census) {
    return given.name(SchemaRole.USER).or(census::startLabel);
  }

  private Optional<String> itemLabel(InteractionCensus census) {
    return given.name(SchemaRole.ITEM).or(census::endLabel);
  }

  private void requireTwoLabels(InteractionCensus census) {
    if (!census.counts().isEmpty() && !joinsTwoLabels(census)) {
      given
          .problems()
          .add(
              "%s: %s must lead from users to items of another label, but %s mostly from %s to"
                  + " %s%s; set userLabel, itemLabel or other interactionTypes ([]: none)",
              given.keys(SchemaRole.INTERACTION, SchemaRole.USER, SchemaRole.ITEM),
              String.join(", ", census.counts().keySet()),
              census.counts().size() == 1 ? "leads" : "lead",
              census.startLabel().orElse("nodes without a label"),
              census.endLabel().orElse("nodes without a label"),
              notAsGiven(SchemaRole.USER, "from", census.startLabel())
                  + notAsGiven(SchemaRole.ITEM, "to", census.endLabel()));
    }
  }

  private String notAsGiven(SchemaRole role, String preposition, Optional<String> found) {
    return given
        .name(role)
        .filter(label -> !found.equals(Optional.of(label)))
        .map(label -> ", not %s %s as given".formatted(preposition, label))
        .orElse("");
  }

  private void addInteractions(InteractionCensus interactions) {
    String reason =
        firstOf(GraphSchema.INTERACTION_TYPES)
            + " that joins two labels; set interactionTypes for others";
    interactions
        .counts()
        .forEach((type, count) -> rows.add(given.row(SchemaRole.INTERACTION, type, count, reason)));
    PropertyCensus properties = interactions.properties();
    addProperty(SchemaRole.TIME, properties, properties::firstTime, GraphSchema.TIMES);
    addProperty(SchemaRole.RATING, properties, properties::firstNumber, GraphSchema.RATINGS);
  }

  private void addProperty(
      SchemaRole role,
      PropertyCensus properties,
      Function<List<String>, Optional<String>> first,
      List<String> candidates) {
    given.require(role, "property of interactions", properties.names());
    given
        .name(role)
        .or(() -> first.apply(candidates))
        .ifPresent(
            name -> rows.add(given.row(role, name, properties.count(name), firstOf(candidates))));
  }

  private Optional<LabelDiscovery> label(Optional<String> label) {
    return label.map(name -> new LabelDiscovery(tx, name, keys, modelProperties, progress));
  }

  private void addUsers(LabelDiscovery users, String reason) {
    addLabel(SchemaRole.USER, users, reason);
    require(users, OF_USERS);
    SchemaRow key = users.key(SchemaRole.USER_KEY, given);
    rows.add(key);
    Set<String> taken = key.name().stream().collect(Collectors.toSet());
    rows.addAll(users.features(SchemaRole.USER_FEATURE, given, taken));
  }

  private void addItems(LabelDiscovery items, String reason) {
    addLabel(SchemaRole.ITEM, items, reason);
    require(items, OF_ITEMS);
    SchemaRow key = items.key(SchemaRole.ITEM_KEY, given);
    rows.add(key);
    Optional<SchemaRow> time = items.time(given);
    time.ifPresent(rows::add);
    Set<String> taken =
        Stream.concat(key.name().stream(), time.flatMap(SchemaRow::name).stream())
            .collect(Collectors.toSet());
    rows.addAll(items.features(SchemaRole.ITEM_FEATURE, given, taken));
  }

  private void addLabel(SchemaRole role, LabelDiscovery label, String reason) {
    rows.add(given.row(role, label.label(), label.nodes().size(), reason));
  }

  private void require(LabelDiscovery label, SchemaRole... roles) {
    for (SchemaRole role : roles) {
      given.require(role, "property of " + label.label(), label.properties().names());
    }
  }

  private void addRelations(InteractionCensus interactions, Optional<LabelDiscovery> items) {
    RelationDiscovery relations = new RelationDiscovery(tx, given, keys, progress);
    rows.addAll(
        given
            .names(SchemaRole.RELATION)
            .map(types -> relations.given(types, interactions, items))
            .orElseGet(() -> relations.found(graph.relationshipTypes(), interactions, items)));
  }

  private void requireSomething() {
    boolean nothing =
        rows.stream()
            .noneMatch(
                row -> row.role() == SchemaRole.INTERACTION || row.role() == SchemaRole.RELATION);
    if (nothing) {
      throw new GraphMismatchException(
          "nothing to learn from: looked for interactions (%s) and for relations of items, found"
              + " %s; load a graph, or set interactionTypes, itemLabel or relationshipTypes",
          String.join(
              ", ", given.names(SchemaRole.INTERACTION).orElse(GraphSchema.INTERACTION_TYPES)),
          graph.inWords());
    }
  }
}
