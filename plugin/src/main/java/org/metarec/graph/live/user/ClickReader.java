package org.metarec.graph.live.user;

import com.google.common.collect.Lists;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Stream;
import org.metarec.graph.KeyedLabel;
import org.metarec.graph.TimeValue;
import org.metarec.graph.live.model.ChangedItems;
import org.metarec.graph.live.model.KeyOrder;
import org.metarec.graph.live.model.LiveModel;
import org.metarec.graph.live.user.UserHistory.Past;
import org.metarec.graph.node.NodeIds;
import org.metarec.graph.node.OpenTransaction;
import org.metarec.graph.node.RelationTypes;
import org.metarec.graph.node.UserValues;
import org.metarec.graph.store.ModelNode;
import org.metarec.model.rating.RatingScale;
import org.metarec.model.taste.TasteModel;
import org.metarec.triple.Relation;
import org.neo4j.graphdb.Direction;
import org.neo4j.graphdb.Node;
import org.neo4j.graphdb.Relationship;
import org.neo4j.graphdb.Transaction;

/**
 * Reads what a user interacted with through the transaction that the user's node is of, so that it
 * is never behind.
 */
public final class ClickReader {
  private final Optional<Node> user;
  private final List<Click> given;

  /**
   * @param user empty for an anonymous visitor
   * @param given taken for the user's own
   */
  public ClickReader(Optional<Node> user, List<Click> given) {
    this.user = user;
    this.given = List.copyOf(given);
  }

  /** What a user interacted with, as it stands in the graph. */
  public record Clicks(List<Click> clicks, List<String> userValues) {

    /**
     * The history in terms of a model; items that it does not have are left out.
     *
     * @param tx that the clicks were read in
     */
    public UserHistory history(Transaction tx, LiveModel live) {
      TasteModel taste = live.requireServing().taste();
      List<Past> found = new ArrayList<>(clicks.size());
      for (Click click : clicks) {
        live.item(click.item()).ifPresent(item -> found.add(past(item, click, taste.ratings())));
      }
      Set<Integer> renamed = live.keys().changed().keySet();
      boolean numbersFollowKeys =
          found.stream()
              .allMatch(click -> live.isTrained(click.item()) && !renamed.contains(click.item()));
      found.sort(order(numbersFollowKeys ? Comparator.naturalOrder() : new KeyOrder(tx, live)));
      return UserHistory.of(lastOfEach(found), values(live, userValues), live.keys());
    }

    /** Items that a model does not have: those of an open transaction. */
    public Stream<Node> itemsNotIn(LiveModel live) {
      KeyedLabel items = live.model().schema().item().orElseThrow();
      return clicks.stream()
          .map(Click::item)
          .filter(item -> live.item(item).isEmpty() && items.isOn(item));
    }
  }

  /**
   * Where the history of a user with very many interactions is kept; empty for any other, and where
   * the calling transaction sees what is not committed.
   */
  public Optional<LongHistories.Place> place(
      Transaction tx, LongHistories histories, ChangedItems items) {
    return user.filter(node -> given.isEmpty() && node.getDegree() > LongHistories.LONG)
        .filter(node -> !OpenTransaction.mayHaveChanges(tx))
        .flatMap(node -> place(tx, histories, items, node));
  }

  private Optional<LongHistories.Place> place(
      Transaction tx, LongHistories histories, ChangedItems items, Node node) {
    ModelNode model = items.base().model();
    LongHistories.State state = LongHistories.State.of(node, model);
    LongHistories.Growth growth =
        (kept, created, count) ->
            with(tx, kept, created, count, items.live())
                .filter(grown -> LongHistories.State.of(node, model).equals(state));
    return state.count() > LongHistories.LONG
        ? Optional.of(histories.place(node, items, state, growth))
        : Optional.empty();
  }

  /**
   * A history with the interactions that were created since.
   *
   * @param created relationships of the user, those interactions among them
   * @param count how many they are
   * @return empty if it were not the one that reading all would give
   */
  private Optional<KeptHistory> with(
      Transaction tx, KeptHistory kept, Set<Long> created, int count, LiveModel live) {
    List<Click> since = since(tx, NodeIds.of(user.orElseThrow()), created, live.model());
    boolean areAll = count > 0 && since.size() == count;
    boolean areLater = since.stream().allMatch(click -> click.moment() > kept.latest());
    boolean areItems = since.stream().allMatch(click -> live.item(click.item()).isPresent());
    return areAll && areLater && areItems
        ? Optional.of(kept.with(new Clicks(since, List.of()).history(tx, live), since, live))
        : Optional.empty();
  }

  private static List<Click> since(
      Transaction tx, long userId, Set<Long> created, ModelNode model) {
    List<String> types = model.relationNames(Relation.Kind.INTERACTION);
    return created.stream()
        .flatMap(id -> NodeIds.findRelationship(tx, id).stream())
        .filter(relationship -> NodeIds.startOf(relationship) == userId)
        .filter(relationship -> types.contains(relationship.getType().name()))
        .map(new InteractionReader(model)::click)
        .toList();
  }

  /** A history that was kept, with the user's features of now. */
  public UserHistory ofNow(Transaction tx, UserHistory kept, LiveModel live) {
    return kept.withUserValues(values(live, userValues(tx, live.model())), live.keys());
  }

  public Clicks clicks(Transaction tx, LiveModel live) {
    return new Clicks(clicks(live.model()), userValues(tx, live.model()));
  }

  private List<String> userValues(Transaction tx, ModelNode model) {
    UserValues values = new UserValues(tx, model.schema());
    return user.stream().flatMap(node -> values.of(node).stream()).toList();
  }

  private static List<Integer> values(LiveModel live, List<String> names) {
    List<String> known = live.requireServing().taste().userValues();
    return names.stream()
        .map(name -> Collections.binarySearch(known, name))
        .filter(value -> value >= 0)
        .sorted()
        .toList();
  }

  /** The items of the interactions that the caller tells of. */
  public Stream<Node> givenItems() {
    return given.stream().map(Click::item);
  }

  private List<Click> clicks(ModelNode model) {
    List<Click> clicks = new ArrayList<>(given);
    RelationTypes types = new RelationTypes(model.relationNames(Relation.Kind.INTERACTION));
    InteractionReader reader = new InteractionReader(model);
    user.ifPresent(
        node ->
            types.forEach(
                node, Direction.OUTGOING, relationship -> clicks.add(reader.click(relationship))));
    return clicks;
  }

  /** Looks the names of the properties up once, not for each interaction. */
  private record InteractionReader(
      Optional<String> rating, Optional<String> time, Map<String, Double> sharedMoments) {

    InteractionReader(ModelNode model) {
      this(model.schema().ratingProperty(), model.schema().timeProperty(), model.sharedMoments());
    }

    Click click(Relationship relationship) {
      return new Click(
          relationship.getEndNode(),
          rating.map(property -> relationship.getProperty(property, null)),
          time.map(property -> relationship.getProperty(property, null))
              .filter(value -> !isShared(value, relationship)),
          OptionalLong.of(NodeIds.of(relationship)));
    }

    /** Training took such a time for none, too. */
    private boolean isShared(Object time, Relationship relationship) {
      if (sharedMoments.isEmpty()) {
        return false; // as nearly always: then no type is asked for
      }
      Double shared = sharedMoments.get(relationship.getType().name());
      return shared != null && TimeValue.moment(time).equals(OptionalDouble.of(shared));
    }
  }

  private static Past past(int item, Click click, RatingScale scale) {
    OptionalDouble rating =
        scale.exists()
            ? click.rating().map(TimeValue::number).orElse(OptionalDouble.empty())
            : OptionalDouble.empty();
    float mapped = rating.isPresent() ? scale.toModel(rating.getAsDouble()) : Float.NaN;
    boolean isGiven = click.handle().isEmpty();
    return new Past(item, mapped, click.handle(), isGiven, click.moment());
  }

  private static Comparator<Past> order(Comparator<Integer> items) {
    return Comparator.comparingDouble(Past::time)
        .thenComparing(Past::item, items)
        .thenComparingLong(past -> past.handle().orElse(Long.MAX_VALUE));
  }

  /**
   * Of several interactions with one item the last; if the caller only told of that one, it keeps
   * the relationship of one before, from which paths start.
   */
  private static List<Past> lastOfEach(List<Past> found) {
    Map<Integer, Past> newestFirst = new LinkedHashMap<>();
    for (Past interaction : Lists.reverse(found)) {
      newestFirst.merge(interaction.item(), interaction, Past::after);
    }
    return Lists.reverse(List.copyOf(newestFirst.values()));
  }
}
