package org.metarec.procedure.user;

import com.google.common.collect.Lists;
import com.google.common.primitives.Longs;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.metarec.BusyException;
import org.metarec.graph.live.model.LiveModel;
import org.metarec.graph.live.user.UserHistory;
import org.metarec.graph.live.user.UserView;
import org.metarec.graph.node.NodeIdSet;
import org.metarec.graph.node.NodeIds;
import org.metarec.graph.store.StoredWeights;
import org.metarec.model.taste.UserWeights;
import org.metarec.procedure.Metarec;
import org.metarec.triple.Progress;
import org.neo4j.graphdb.Node;
import org.neo4j.graphdb.Transaction;

/** Adapts users of one model, batch by batch, and stores their weights. */
final class UserAdaptation {
  private final Metarec metarec;
  private final AdaptConfig config;
  private final WeightDevice device;

  UserAdaptation(Metarec metarec, AdaptConfig config, WeightDevice device) {
    this.metarec = metarec;
    this.config = config;
    this.device = device;
  }

  /**
   * A user whose weights were stored.
   *
   * @param nodeId Neo4j's id of the user
   * @param clicks distinct items
   * @param lossBefore the inner objective at the start
   * @param lossAfter at the weights, which are not kept: there may be millions of users
   * @param millis of the batch
   */
  record Adapted(long nodeId, int clicks, double lossBefore, double lossAfter, long millis) {}

  /** Adapts users and writes their weights in the given transaction, which holds the model. */
  List<Adapted> adapt(Transaction tx, List<Node> users) {
    metarec.store().hold(tx, config.modelName());
    List<Adapted> adapted = new ArrayList<>();
    for (List<Node> batch : Lists.partition(users, config.batchSize())) {
      adapted.addAll(adaptBatch(batch.stream().flatMap(user -> seen(tx, user).stream()).toList()));
    }
    return adapted;
  }

  /** Adapts all users whose interactions changed, in transactions of its own. */
  List<Adapted> adaptStale(Transaction tx, String userLabel, Progress progress) {
    List<Long> ids = Longs.asList(NodeIdSet.withLabel(tx, userLabel, progress).toArray());
    List<Adapted> adapted = new ArrayList<>();
    int done = 0;
    for (List<Long> batch : Lists.partition(ids, config.batchSize())) {
      progress.report("%d of %d users".formatted(done, ids.size()), (double) done / ids.size());
      adapted.addAll(
          metarec
              .store()
              .whileHeld(config.modelName(), own -> adaptStale(own, batch, progress), progress));
      done += batch.size();
    }
    return adapted;
  }

  private List<Adapted> adaptStale(Transaction tx, List<Long> ids, Progress progress) {
    List<Seen> stale = new ArrayList<>();
    for (Node user : ids.stream().flatMap(id -> NodeIds.find(tx, id).stream()).toList()) {
      progress.checkRunning();
      seen(tx, user).filter(Seen::isStale).ifPresent(stale::add);
    }
    return adaptBatch(stale);
  }

  /** A user as of when their interactions were read. Who is deleted afterwards gets no weights. */
  private record Seen(Node user, LiveModel live, UserHistory history) {

    /**
     * Without interactions they have the prior's weights: whatever is stored is from earlier
     * interactions.
     */
    boolean isStale() {
      return NodeIds.unlessDeleted(
              () ->
                  history.clicks().isEmpty()
                      ? StoredWeights.exist(user, live.model())
                      : StoredWeights.read(user, live.model(), history.fingerprint()).isEmpty())
          .orElse(false);
    }

    /** Whether they were still there. */
    boolean store(UserWeights weights) {
      return NodeIds.unlessDeleted(
              () -> {
                if (history.clicks().isEmpty()) {
                  StoredWeights.remove(user, live.model());
                } else {
                  StoredWeights.write(user, live.model(), history.fingerprint(), weights.values());
                }
                return true;
              })
          .orElse(false);
    }
  }

  /** Empty if they have been deleted since they were found. */
  private Optional<Seen> seen(Transaction tx, Node user) {
    try {
      UserView view =
          metarec.catalog().view(tx, config.modelName(), Optional.of(user), List.of(), List.of());
      return Optional.of(new Seen(user, view.live(), view.history()));
    } catch (BusyException changing) {
      if (NodeIds.find(tx, NodeIds.of(user)).isPresent()) {
        throw changing;
      }
      return Optional.empty();
    }
  }

  /** Users who see the same model are adapted together; who has changed items sees their own. */
  private List<Adapted> adaptBatch(List<Seen> users) {
    List<Adapted> adapted = new ArrayList<>();
    int from = 0;
    while (from < users.size()) {
      LiveModel live = users.get(from).live();
      int to = from;
      while (to < users.size() && users.get(to).live().equals(live)) {
        to++;
      }
      adapted.addAll(adaptAlike(live, users.subList(from, to)));
      from = to;
    }
    return adapted;
  }

  private List<Adapted> adaptAlike(LiveModel live, List<Seen> users) {
    long start = metarec.clock().millis();
    List<UserWeights> weights =
        device.adapt(
            live.requireAdapter(),
            users.stream().map(seen -> UserRequest.clicks(seen.history())).toList());
    List<Adapted> adapted = new ArrayList<>();
    for (int i = 0; i < users.size(); i++) {
      Seen seen = users.get(i);
      UserWeights own = weights.get(i);
      if (seen.store(own)) {
        adapted.add(
            new Adapted(
                NodeIds.of(seen.user()),
                seen.history().clicks().size(),
                own.lossBefore(),
                own.lossAfter(),
                metarec.clock().millis() - start));
      }
    }
    return adapted;
  }
}
