package org.metarec.graph.live;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.metarec.graph.live.model.ChangedItems;
import org.metarec.graph.live.model.LiveModel;
import org.metarec.graph.live.model.LiveReader;
import org.metarec.graph.live.user.ClickReader;
import org.metarec.graph.live.user.LongHistories;
import org.metarec.graph.live.user.UserHistory;
import org.metarec.graph.live.user.UserView;
import org.metarec.graph.node.NodeIds;
import org.neo4j.graphdb.Node;
import org.neo4j.graphdb.Transaction;

/**
 * What a transaction sees of a model that is shared: with it comes what the transaction itself has
 * changed, which no other is shown.
 */
final class CallerView {
  private final Transaction tx;
  private final ChangedItems shared;
  private final LiveModel live;
  private final LongHistories histories;
  private final ItemCheck check;

  CallerView(Transaction tx, ChangedItems shared, LongHistories histories) {
    this.tx = tx;
    this.shared = shared;
    this.live = shared.live();
    this.histories = histories;
    this.check = new ItemCheck(tx, live);
  }

  /**
   * The model and the history of a user.
   *
   * @param items passed in by the caller
   */
  UserView of(ClickReader reader, Collection<Node> items) {
    Optional<LongHistories.Place> place = reader.place(tx, histories, shared);
    Optional<UserHistory> kept = place.flatMap(of -> of.history(live));
    if (kept.isPresent() && items.stream().allMatch(check::isAsRead)) {
      return new UserView(live, reader.ofNow(tx, kept.get(), live));
    }
    ClickReader.Clicks clicks = reader.clicks(tx, live);
    List<Long> differing =
        Stream.of(clicks.itemsNotIn(live), reader.givenItems(), items.stream())
            .flatMap(nodes -> nodes)
            .filter(node -> !check.isAsRead(node))
            .map(NodeIds::of)
            .toList();
    if (differing.isEmpty()) {
      UserHistory history = clicks.history(tx, live);
      place.ifPresent(empty -> empty.keep(history, clicks.clicks(), live));
      return new UserView(live, history);
    }
    LiveModel own = shared.with(new LiveReader(tx).changedByCaller(differing, live)).live();
    return new UserView(own, clicks.history(tx, own));
  }
}
