package org.metarec.graph.discovery;

import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import org.metarec.graph.SchemaRole;
import org.metarec.graph.node.NodeIdSet;
import org.neo4j.graphdb.Transaction;

/** The labels between which interactions lead: users and items, each given or the most frequent. */
final class InteractionEnds {
  private final Transaction tx;
  private final InteractionCensus census;
  private final GivenNames given;
  private final List<String> users;
  private final List<String> items;

  InteractionEnds(Transaction tx, InteractionCensus census, GivenNames given) {
    this.tx = tx;
    this.census = census;
    this.given = given;
    Optional<String> user = given.name(SchemaRole.USER);
    Optional<String> item = given.name(SchemaRole.ITEM);
    users = user.map(List::of).orElseGet(() -> census.startLabels(item));
    items = item.map(List::of).orElseGet(() -> census.endLabels(user));
  }

  InteractionCensus census() {
    return census;
  }

  /** Empty where there are no interactions and none is given. */
  Optional<String> userLabel() {
    return users.stream().findFirst();
  }

  /** Empty where there are no interactions and none is given. */
  Optional<String> itemLabel() {
    return items.stream().findFirst();
  }

  /** Whether any interaction leads from users to items. */
  boolean fit() {
    return joins(userLabel(), itemLabel());
  }

  /** Whether any might, if no label or another one were given. */
  boolean mayFit() {
    return joins(first(SchemaRole.USER), first(SchemaRole.ITEM)) || census.endsDiffer();
  }

  private boolean joins(Optional<String> user, Optional<String> item) {
    return user.isPresent()
        && item.isPresent()
        && !user.equals(item)
        && census.joins(user.get(), item.get());
  }

  /** The most frequent labels, were none given. */
  private List<String> found(SchemaRole role) {
    return role == SchemaRole.USER
        ? census.startLabels(Optional.empty())
        : census.endLabels(Optional.empty());
  }

  private Optional<String> first(SchemaRole role) {
    return found(role).stream().findFirst();
  }

  /** Notes as problems the types that do not lead from users to items. */
  void requireFit() {
    if (fit()) {
      String user = userLabel().orElseThrow();
      String item = itemLabel().orElseThrow();
      for (String type : census.typesBeside(user, item)) {
        given
            .problems()
            .add(
                "%s: no %s leads to a node %s from a node %s that is none; leave it out, or set"
                    + " userLabel or itemLabel",
                SchemaRole.INTERACTION.configKey(), type, item, user);
      }
    } else if (!census.counts().isEmpty()) {
      given
          .problems()
          .add(
              "%s: %s must lead from users to items of another label, but %s%s; %s other"
                  + " interactionTypes ([]: none)%s",
              given.keys(SchemaRole.INTERACTION, SchemaRole.USER, SchemaRole.ITEM),
              types(),
              leads(),
              notAsGiven(SchemaRole.USER, "from") + notAsGiven(SchemaRole.ITEM, "to"),
              joins(itemLabel(), userLabel())
                  ? "swap the labels, reverse the relationships, or set"
                  : "set userLabel, itemLabel or",
              betweenAlike() + overStep());
    }
  }

  /** What ranks links between nodes of one label, which are users and items at once. */
  private String betweenAlike() {
    return first(SchemaRole.USER).equals(first(SchemaRole.ITEM))
        ? "; with none metarec.complete ranks such links"
        : "";
  }

  /** How users and items are joined, where what was taken for one of them stands between. */
  private String overStep() {
    boolean isAtEnd = first(SchemaRole.USER).equals(userLabel());
    NodeIdSet steps = isAtEnd ? census.ends() : census.starts();
    return first(isAtEnd ? SchemaRole.ITEM : SchemaRole.USER)
        .map(label -> StepBetween.of(tx, label, steps))
        .flatMap(
            step ->
                userLabel().flatMap(user -> itemLabel().flatMap(item -> step.between(user, item))))
        .map("; or join them by a type of their own, and name that: "::concat)
        .orElse("");
  }

  private String notAsGiven(SchemaRole role, String preposition) {
    return given
        .name(role)
        .filter(label -> !found(role).contains(label))
        .map(label -> ", not %s %s as given".formatted(preposition, label))
        .orElse("");
  }

  /** "RATED leads mostly from User to Movie". */
  String inWords() {
    return types() + " " + leads();
  }

  private String types() {
    return String.join(", ", census.counts().keySet());
  }

  private String leads() {
    return "%s mostly from %s to %s"
        .formatted(
            census.counts().size() == 1 ? "leads" : "lead",
            first(SchemaRole.USER).orElse("nodes without a label"),
            first(SchemaRole.ITEM).orElse("nodes without a label"));
  }

  /** Why the label of users was taken, unless it was given. */
  String userReason() {
    return reason("start", users, SchemaRole.USER, SchemaRole.ITEM);
  }

  /** Why the label of items was taken, unless it was given. */
  String itemReason() {
    return reason("end", items, SchemaRole.ITEM, SchemaRole.USER);
  }

  /**
   * What to know of interactions that are not between users and items; mostly nothing, and nothing
   * of several types, which a training counts one by one.
   */
  String elsewhereRemark() {
    if (!fit() || census.counts().size() > 1) {
      return "";
    }
    long elsewhere = census.elsewhere(userLabel().orElseThrow(), itemLabel().orElseThrow());
    return elsewhere == 0
        ? ""
        : "; %d or more are left out, which do not lead from a node %s to a node %s"
            .formatted(elsewhere, userLabel().orElseThrow(), itemLabel().orElseThrow());
  }

  /** What to know of users that look like a step between users and items; mostly nothing. */
  String userRemark() {
    return remark(census.starts(), "start", userLabel(), itemLabel(), StepBetween::toItems);
  }

  /** What to know of items that look like a step between users and items; mostly nothing. */
  String itemRemark() {
    return remark(census.ends(), "end", itemLabel(), userLabel(), StepBetween::fromUsers);
  }

  private String remark(
      NodeIdSet nodes,
      String place,
      Optional<String> label,
      Optional<String> other,
      BiFunction<StepBetween, String, Optional<String>> cypher) {
    if (!nodes.areMostlyOnce()) {
      return "";
    }
    String step = label.orElseThrow();
    StepBetween between = StepBetween.of(tx, step, nodes);
    String join = other.flatMap(far -> cypher.apply(between, far)).map(": "::concat).orElse("");
    return "; nearly every %s is at the %s of one of them alone: if it stands between users and what"
            .formatted(step, place)
        + " they want, as an order or a review does, join these by a type of their own, with"
        + " time and rating, and name it in interactionTypes"
        + join;
  }

  private String reason(String place, List<String> labels, SchemaRole role, SchemaRole other) {
    String most = "most frequent label at the %s of %s".formatted(place, types());
    Optional<String> aside = given.name(other).filter(label -> !labels.equals(found(role)));
    String tie =
        labels.size() < 2
            ? ""
            : ", as frequent as %s, but alphabetically first; %s sets another"
                .formatted(
                    String.join(" and ", labels.subList(1, labels.size())), role.configKey());
    return most + aside.map(", nodes %s aside"::formatted).orElse("") + tie;
  }
}
