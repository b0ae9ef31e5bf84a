package org.metarec.graph.discovery;

import static org.metarec.graph.SchemaRow.AS_GIVEN;
import static org.metarec.graph.discovery.LabelDiscovery.firstOf;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
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
  private final Transaction tx;
  private final SchemaConfig config;
  private final Progress progress;
  private final NamesInUse graph;
  private final GivenNames given;
  private final LabelKeys keys;
  private final Predicate<String> modelProperties;
  private final List<SchemaRow> rows = new ArrayList<>();

  private SchemaDiscovery(Transaction tx, SchemaConfig config, Progress progress) {
    this.tx = tx;
    this.config = config;
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
    Optional<LabelDiscovery> users = label(config.userLabel().or(interactions::startLabel));
    Optional<LabelDiscovery> items = label(config.itemLabel().or(interactions::endLabel));
    String types = String.join(", ", interactions.counts().keySet());
    users.ifPresent(found -> addUsers(found, "most frequent label at the start of " + types));
    items.ifPresent(found -> addItems(found, "most frequent label at the end of " + types));
    addRelations(interactions, items);
    given.problems().throwIfAny();
    requireSomething();
    addNone(SchemaRole.INTERACTION, config.interactionTypes());
    addNone(SchemaRole.RELATION, config.relationshipTypes());
    addNone(SchemaRole.USER_FEATURE, config.userFeatures());
    addNone(SchemaRole.ITEM_FEATURE, config.itemFeatures());
    return new GraphSchema(rows);
  }

  /** That the caller wants none leaves a row too: whoever trains on must know it. */
  private void addNone(SchemaRole role, Optional<List<String>> names) {
    names
        .filter(List::isEmpty)
        .ifPresent(none -> rows.add(new SchemaRow(role, Optional.empty(), 0, AS_GIVEN)));
  }

  private InteractionCensus interactions() {
    if (config.interactionTypes().isPresent()) {
      InteractionCensus census = census(config.interactionTypes().get());
      requireTwoLabels(census);
      return census;
    }
    for (String type : GraphSchema.INTERACTION_TYPES) {
      if (graph.relationshipTypes().contains(type)) {
        InteractionCensus census = census(List.of(type));
        if (joinsTwoLabels(census)) {
          return census;
        }
      }
    }
    return census(List.of());
  }

  private InteractionCensus census(List<String> types) {
    return new InteractionCensus(tx, types, modelProperties, progress);
  }

  private boolean joinsTwoLabels(InteractionCensus census) {
    Optional<String> user = config.userLabel().or(census::startLabel);
    Optional<String> item = config.itemLabel().or(census::endLabel);
    return user.isPresent()
        && item.isPresent()
        && !user.equals(item)
        && census.joins(user.get(), item.get());
  }

  private void requireTwoLabels(InteractionCensus census) {
    if (!census.counts().isEmpty() && !joinsTwoLabels(census)) {
      given
          .problems()
          .add(
              "interactionTypes: %s must lead from users to items of another label, but %s mostly"
                  + " from %s to %s%s; set userLabel, itemLabel or other interactionTypes",
              String.join(", ", census.counts().keySet()),
              census.counts().size() == 1 ? "leads" : "lead",
              census.startLabel().orElse("nodes without a label"),
              census.endLabel().orElse("nodes without a label"),
              config.userLabel().or(config::itemLabel).isPresent() ? ", not as given" : "");
    }
  }

  private void addInteractions(InteractionCensus interactions) {
    boolean isGiven = config.interactionTypes().isPresent();
    interactions
        .counts()
        .forEach(
            (type, count) ->
                rows.add(
                    new SchemaRow(
                        SchemaRole.INTERACTION,
                        type,
                        count,
                        isGiven
                            ? AS_GIVEN
                            : firstOf(GraphSchema.INTERACTION_TYPES)
                                + " that joins two labels; set interactionTypes for others")));
    PropertyCensus properties = interactions.properties();
    String holder = "property of interactions";
    given.require("timeProperty", config.timeProperty(), holder, properties.names());
    given.require("ratingProperty", config.ratingProperty(), holder, properties.names());
    add(SchemaRole.TIME, config.timeProperty(), properties, GraphSchema.TIMES);
    add(SchemaRole.RATING, config.ratingProperty(), properties, GraphSchema.RATINGS);
  }

  private void add(
      SchemaRole role,
      Optional<String> givenName,
      PropertyCensus properties,
      List<String> candidates) {
    String detail = givenName.isPresent() ? AS_GIVEN : firstOf(candidates);
    givenName
        .or(
            () ->
                role == SchemaRole.TIME
                    ? properties.firstTime(candidates)
                    : properties.firstNumber(candidates))
        .ifPresent(name -> rows.add(new SchemaRow(role, name, properties.count(name), detail)));
  }

  private Optional<LabelDiscovery> label(Optional<String> label) {
    return label.map(name -> new LabelDiscovery(tx, name, keys, modelProperties, progress));
  }

  private void addUsers(LabelDiscovery users, String reason) {
    addLabel(SchemaRole.USER, users, config.userLabel().isPresent() ? AS_GIVEN : reason);
    String holder = "property of " + users.label();
    Set<String> existing = users.properties().names();
    given.require("userKey", config.userKey(), holder, existing);
    given.requireAll("userFeatures", config.userFeatures(), holder, existing);
    SchemaRow key = users.key(SchemaRole.USER_KEY, config.userKey());
    rows.add(key);
    Set<String> taken = key.name().stream().collect(Collectors.toSet());
    rows.addAll(users.features(SchemaRole.USER_FEATURE, config.userFeatures(), taken));
  }

  private void addItems(LabelDiscovery items, String reason) {
    addLabel(SchemaRole.ITEM, items, config.itemLabel().isPresent() ? AS_GIVEN : reason);
    String holder = "property of " + items.label();
    Set<String> existing = items.properties().names();
    given.require("itemKey", config.itemKey(), holder, existing);
    given.requireAll("itemFeatures", config.itemFeatures(), holder, existing);
    given.require("itemTimeProperty", config.itemTimeProperty(), holder, existing);
    SchemaRow key = items.key(SchemaRole.ITEM_KEY, config.itemKey());
    rows.add(key);
    Optional<SchemaRow> time = items.time(config.itemTimeProperty());
    time.ifPresent(rows::add);
    Set<String> taken =
        Stream.concat(key.name().stream(), time.flatMap(SchemaRow::name).stream())
            .collect(Collectors.toSet());
    rows.addAll(items.features(SchemaRole.ITEM_FEATURE, config.itemFeatures(), taken));
  }

  private void addLabel(SchemaRole role, LabelDiscovery label, String detail) {
    rows.add(new SchemaRow(role, label.label(), label.nodes().size(), detail));
  }

  private void addRelations(InteractionCensus interactions, Optional<LabelDiscovery> items) {
    RelationDiscovery relations = new RelationDiscovery(tx, given, keys, progress);
    rows.addAll(
        config.relationshipTypes().isPresent()
            ? relations.given(config.relationshipTypes().get(), interactions, items)
            : relations.found(graph.relationshipTypes(), interactions, items));
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
          String.join(", ", config.interactionTypes().orElse(GraphSchema.INTERACTION_TYPES)),
          graph.inWords());
    }
  }
}
