package org.metarec.graph.discovery;

import static org.metarec.graph.discovery.PropertyCensus.firstOf;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.metarec.GraphMismatchException;
import org.metarec.graph.GraphSchema;
import org.metarec.graph.LabelKeys;
import org.metarec.graph.SchemaConfig;
import org.metarec.graph.SchemaRole;
import org.metarec.graph.SchemaRow;
import org.metarec.graph.node.NodeIdSet;
import org.metarec.graph.store.StemProperties;
import org.metarec.triple.Progress;
import org.neo4j.graphdb.Transaction;

/** One discovery of a graph's schema: interactions first, then their ends, then all else. */
public final class SchemaDiscovery {
  private static final SchemaRole[] OF_INTERACTIONS = {SchemaRole.TIME, SchemaRole.RATING};
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
  private final List<String> unfit = new ArrayList<>();

  private SchemaDiscovery(Transaction tx, SchemaConfig config, Progress progress) {
    this.tx = tx;
    this.progress = progress;
    this.graph = NamesInUse.of(tx, progress);
    this.given = new GivenNames(config, graph);
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
    given.requireInGraph();
    InteractionEnds ends = interactions();
    addInteractions(ends.census());
    Optional<LabelDiscovery> users = label(ends.userLabel());
    Optional<LabelDiscovery> items = label(ends.itemLabel());
    Optional<UserLinks> links = users.map(found -> links(found, ends));
    users.ifPresentOrElse(
        found -> addUsers(found, links.orElseThrow(), ends),
        () -> given.refuse("users", "interactionTypes or userLabel", OF_USERS));
    items.ifPresentOrElse(
        found -> addItems(found, ends),
        () -> given.refuse("items", "interactionTypes or itemLabel", OF_ITEMS));
    remarkOn(SchemaRole.INTERACTION, ends.elsewhereRemark());
    addRelations(ends.census(), users, items);
    remark(SchemaRole.INTERACTION, SchemaRole.TIME, ends.census().properties().meantForTime());
    items.ifPresent(
        found ->
            remark(SchemaRole.ITEM, SchemaRole.ITEM_TIME, found.properties().meantForItemTime()));
    links.ifPresent(found -> remarkLinks(found, items));
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

  private InteractionEnds interactions() {
    InteractionEnds interactions =
        given.names(SchemaRole.INTERACTION).map(this::ends).orElseGet(this::firstInteractions);
    interactions.requireFit();
    return interactions;
  }

  /**
   * The first type that fits. If none does since a label is given, one to be refused: the first
   * that may fit without it.
   */
  private InteractionEnds firstInteractions() {
    boolean isGiven = !given.keys(SchemaRole.USER, SchemaRole.ITEM).isEmpty();
    Optional<InteractionEnds> unlikeGiven = Optional.empty();
    for (String type : GraphSchema.INTERACTION_TYPES) {
      if (graph.relationshipTypes().contains(type)) {
        InteractionEnds ends = ends(List.of(type));
        if (ends.fit()) {
          return ends;
        }
        unfit.add(ends.inWords());
        if (isGiven && unlikeGiven.isEmpty() && ends.mayFit()) {
          unlikeGiven = Optional.of(ends);
        }
      }
    }
    return unlikeGiven.orElseGet(() -> ends(List.of()));
  }

  private InteractionEnds ends(List<String> types) {
    return new InteractionEnds(
        tx, new InteractionCensus(tx, types, modelProperties, progress), given);
  }

  private void addInteractions(InteractionCensus interactions) {
    String reason =
        firstOf(GraphSchema.INTERACTION_TYPES)
            + " that joins two labels; set interactionTypes for others";
    interactions
        .counts()
        .forEach((type, count) -> rows.add(given.row(SchemaRole.INTERACTION, type, count, reason)));
    if (interactions.counts().isEmpty()) {
      given.refuse("interactions", "interactionTypes, userLabel or itemLabel", OF_INTERACTIONS);
      return;
    }
    PropertyCensus properties = interactions.properties();
    require("interactions", properties, OF_INTERACTIONS);
    long count = interactions.counts().values().stream().mapToLong(ofType -> ofType).sum();
    properties.time(given, count).ifPresent(rows::add);
    properties.rating(given).ifPresent(rows::add);
  }

  private void remark(SchemaRole bearer, SchemaRole time, String meant) {
    if (rows.stream().noneMatch(row -> row.role() == time)) {
      remarkOn(bearer, meant);
    }
  }

  private Optional<LabelDiscovery> label(Optional<String> label) {
    return label.map(name -> new LabelDiscovery(tx, name, keys, modelProperties, progress));
  }

  private void addUsers(LabelDiscovery users, UserLinks links, InteractionEnds ends) {
    addLabel(SchemaRole.USER, users, ends.userReason(), ends.userRemark());
    require(users.label(), users.properties(), SchemaRole.USER_KEY);
    SchemaRow key = users.key(SchemaRole.USER_KEY, given);
    rows.add(key);
    links.require(given);
    Set<String> taken = key.name().stream().collect(Collectors.toSet());
    users.features(SchemaRole.USER_FEATURE, given, taken).stream()
        .map(links::with)
        .forEach(rows::add);
  }

  private void addItems(LabelDiscovery items, InteractionEnds ends) {
    addLabel(SchemaRole.ITEM, items, ends.itemReason(), ends.itemRemark());
    require(items.label(), items.properties(), OF_ITEMS);
    SchemaRow key = items.key(SchemaRole.ITEM_KEY, given);
    rows.add(key);
    Optional<SchemaRow> time = items.properties().itemTime(given);
    time.ifPresent(rows::add);
    Set<String> taken =
        Stream.concat(key.name().stream(), time.flatMap(SchemaRow::name).stream())
            .collect(Collectors.toSet());
    rows.addAll(items.features(SchemaRole.ITEM_FEATURE, given, taken));
  }

  private UserLinks links(LabelDiscovery users, InteractionEnds ends) {
    Set<String> types = new TreeSet<>(graph.relationshipTypes());
    types.removeAll(ends.census().counts().keySet());
    return new UserLinks(tx, types, users, keys, progress);
  }

  /** Whoever leaves features to be found learns of what is not looked for. */
  private void remarkLinks(UserLinks links, Optional<LabelDiscovery> items) {
    NodeIdSet ends = items.map(LabelDiscovery::nodes).orElse(NodeIdSet.EMPTY);
    List<String> likely = new ArrayList<>(links.likely(ends));
    rows.stream().flatMap(row -> row.name().stream()).forEach(likely::remove);
    if (given.names(SchemaRole.USER_FEATURE).isEmpty() && !likely.isEmpty()) {
      remarkOn(
          SchemaRole.USER,
          "; userFeatures may name what else leads from users: " + String.join(", ", likely));
    }
    if (given.names(SchemaRole.INTERACTION).isEmpty()
        && rows.stream().noneMatch(row -> row.role() == SchemaRole.INTERACTION)) {
      items
          .flatMap(found -> links.overStep(found.label(), ends))
          .map("; join users with them, and name that in interactionTypes: "::concat)
          .ifPresent(remark -> remarkOn(SchemaRole.ITEM, remark));
    }
  }

  private void remarkOn(SchemaRole role, String remark) {
    rows.replaceAll(row -> row.role() == role ? row.with(remark) : row);
  }

  private void addLabel(SchemaRole role, LabelDiscovery label, String reason, String remark) {
    rows.add(given.row(role, Optional.of(label.label()), label.nodes().size(), reason, remark));
  }

  private void require(String holder, PropertyCensus properties, SchemaRole... roles) {
    for (SchemaRole role : roles) {
      given.require(role, "property of " + holder, properties.names());
    }
  }

  private void addRelations(
      InteractionCensus interactions,
      Optional<LabelDiscovery> users,
      Optional<LabelDiscovery> items) {
    RelationDiscovery relations = new RelationDiscovery(tx, given, keys, progress);
    List<String> types = graph.relationshipTypes();
    rows.addAll(
        given
            .names(SchemaRole.RELATION)
            .map(named -> relations.given(named, interactions, items))
            .orElseGet(() -> relations.found(types, interactions, users, items, unfit)));
    remarkOn(SchemaRole.INTERACTION, relations.remark());
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
