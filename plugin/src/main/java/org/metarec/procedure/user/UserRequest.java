package org.metarec.procedure.user;

import com.google.common.primitives.ImmutableIntArray;
import com.google.common.primitives.Ints;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;
import org.metarec.BusyException;
import org.metarec.GraphMismatchException;
import org.metarec.graph.KeyedLabel;
import org.metarec.graph.live.ModelCatalog;
import org.metarec.graph.live.model.LiveModel;
import org.metarec.graph.live.model.RatedNodes;
import org.metarec.graph.live.user.Click;
import org.metarec.graph.live.user.UserHistory;
import org.metarec.graph.live.user.UserView;
import org.metarec.graph.node.NodeIds;
import org.metarec.graph.node.RelationTypes;
import org.metarec.graph.node.UserValues;
import org.metarec.graph.store.MissingModel;
import org.metarec.graph.store.ModelNode;
import org.metarec.graph.store.StoredWeights;
import org.metarec.meta.inner.UserClicks;
import org.metarec.model.ServingModel;
import org.metarec.recommend.RatingPrediction;
import org.metarec.recommend.UserScorer;
import org.metarec.recommend.reason.ChosenAttribute;
import org.metarec.triple.Relation;
import org.neo4j.graphdb.Direction;
import org.neo4j.graphdb.Node;
import org.neo4j.graphdb.Transaction;

/**
 * One question about one user, with the model, the user's interactions and the items asked about,
 * all as the calling transaction sees them.
 *
 * @param user empty for an anonymous visitor
 * @param items the nodes asked about, in their order
 */
record UserRequest(Optional<Node> user, Optional<List<Node>> items, UserView view) {

  /**
   * Finds what the arguments name.
   *
   * @throws GraphMismatchException if the model, the user or an item is not there
   */
  static UserRequest of(Transaction tx, ModelCatalog catalog, UserArguments arguments) {
    LiveModel live = catalog.live(tx, arguments.modelName());
    live.requireServing();
    KeyedLabel users = live.model().schema().user().orElseThrow();
    KeyedLabel items = live.model().schema().item().orElseThrow();
    Optional<Node> user = Optional.ofNullable(arguments.user()).map(given -> users.find(tx, given));
    List<Click> clicks = ClickArgument.found(tx, items, arguments.clicks());
    Optional<List<Node>> asked = arguments.items().map(given -> items.findAll(tx, given));
    UserView view;
    try {
      view = catalog.view(tx, arguments.modelName(), user, clicks, asked.orElse(List.of()));
    } catch (BusyException changing) {
      user.ifPresent(found -> users.find(tx, arguments.user())); // who was deleted is not there
      throw changing;
    }
    arguments.items().ifPresent(given -> requireAll(tx, given, asked.orElseThrow(), view.live()));
    return new UserRequest(user, asked, view);
  }

  /** An item that was deleted after it was found is not there: the error is the same. */
  private static void requireAll(
      Transaction tx, List<Object> given, List<Node> asked, LiveModel live) {
    KeyedLabel items = live.model().schema().item().orElseThrow();
    for (int i = 0; i < asked.size(); i++) {
      if (live.item(asked.get(i)).isEmpty()) {
        items.find(tx, given.get(i));
        throw new BusyException("item %s changed during the call; call again", given.get(i));
      }
    }
  }

  ServingModel model() {
    return view.live().requireServing();
  }

  /**
   * That there is anything to recommend: a label may have been renamed.
   *
   * @throws GraphMismatchException if the graph has no items at all
   */
  void requireItems() {
    ModelNode of = view.live().model();
    if (model().gone().size() == model().itemCount()) {
      throw new GraphMismatchException(
          "model '%s' recommends nodes with the label '%s', of which there are none now; bring them"
              + " back, or train anew on what is there: %s",
          of.name(), of.schema().item().orElseThrow().label(), MissingModel.training(of.name()));
    }
  }

  /** What a score may hold a part of: relationship types, then features of items. */
  List<String> relations() {
    ModelNode of = view.live().model();
    return Stream.concat(
            of.relationNames(Relation.Kind.ITEM_RELATION).stream(),
            of.relationNames(Relation.Kind.ITEM_FEATURE).stream())
        .toList();
  }

  /** The item of a node that was asked about. */
  int item(Node node) {
    return view.live().item(node).orElseThrow();
  }

  /** The items that the user interacted with, and those that are the user's own. */
  int[] seenOrOwn() {
    int[] own = user.flatMap(node -> NodeIds.unlessDeleted(() -> own(node))).orElse(new int[0]);
    return Ints.concat(view.history().seen(), own);
  }

  /** A relation of the items joins them with the user: WROTE, SELLS. */
  private int[] own(Node user) {
    ImmutableIntArray.Builder own = ImmutableIntArray.builder();
    new RelationTypes(view.live().model().relationNames(Relation.Kind.ITEM_RELATION))
        .forEach(
            user,
            Direction.BOTH,
            link -> view.live().item(link.getOtherNode(user)).ifPresent(own::add));
    return own.build().toArray();
  }

  /** Scores items with the user's weights: the stored ones, or adapted anew if they are stale. */
  UserScorer scorer() {
    return scorer(List.of());
  }

  /** The same scores; what the user chose gives paths, too. */
  UserScorer scorerWithPaths(Transaction tx) {
    return scorer(chosen(tx));
  }

  private UserScorer scorer(List<ChosenAttribute> chosen) {
    UserHistory history = view.history();
    float[] weights =
        user.flatMap(node -> stored(node, history))
            .orElseGet(() -> view.live().requireAdapter().adapt(clicks(history)).values());
    return new UserScorer(model(), clicks(history), weights, chosen);
  }

  /** Of what was read with the interactions: what is chosen since is in no score. */
  private List<ChosenAttribute> chosen(Transaction tx) {
    UserValues values = new UserValues(tx, view.live().model().schema());
    Set<Integer> read = Set.copyOf(view.history().userValues());
    return user.flatMap(node -> NodeIds.unlessDeleted(() -> values.links(node))).stream()
        .flatMap(Collection::stream)
        .map(this::chosen)
        .filter(one -> read.contains(one.value()) && one.attribute() >= 0)
        .toList();
  }

  private ChosenAttribute chosen(UserValues.Link link) {
    return new ChosenAttribute(
        Collections.binarySearch(model().taste().userValues(), link.value()),
        view.live().attribute(link.node()),
        link.relationship());
  }

  /** None of a user who has been deleted since the interactions were read. */
  private Optional<float[]> stored(Node user, UserHistory history) {
    return NodeIds.unlessDeleted(
            () -> StoredWeights.read(user, view.live().model(), history.fingerprint()))
        .flatMap(weights -> weights);
  }

  /**
   * The rating that the user would give an item, in the range of the graph's ratings; empty where
   * the model knows of none.
   */
  Optional<ToDoubleFunction<Node>> ratings(Transaction tx) {
    LiveModel live = view.live();
    return live.parameters()
        .ratings()
        .map(
            prior -> {
              RatedNodes nodes = new RatedNodes(tx, live);
              RatingPrediction prediction =
                  new RatingPrediction(
                      prior,
                      model().taste().ratings(),
                      view.history().userValues(),
                      view.history().support(),
                      item -> live.node(tx, item).map(nodes::row));
              return node -> prediction.of(nodes.row(node));
            });
  }

  /** What weights are adapted from. */
  static UserClicks clicks(UserHistory history) {
    return new UserClicks(history.userValues(), history.support());
  }
}
