package org.metarec.procedure.user;

import com.google.common.collect.Lists;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.metarec.graph.NodeIds;
import org.metarec.graph.live.LiveModel;
import org.metarec.graph.live.UserHistory;
import org.metarec.graph.live.UserView;
import org.metarec.graph.store.ModelNode;
import org.metarec.graph.store.StoredWeights;
import org.metarec.model.UserWeights;
import org.metarec.procedure.Metarec;
import org.metarec.triple.Progress;
import org.neo4j.graphdb.Label;
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
      adapted.addAll(adaptBatch(batch, batch.stream().map(user -> view(tx, user)).toList()));
    }
    return adapted;
  }

  /** Adapts all users whose interactions changed, in transactions of its own. */
  List<Adapted> adaptStale(Transaction tx, String userLabel, Progress progress) {
    List<Long> ids = new ArrayList<>();
    try (var users = tx.findNodes(Label.label(userLabel))) {
      users.forEachRemaining(user -> ids.add(NodeIds.of(user)));
    }
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
    List<Node> stale = new ArrayList<>();
    List<UserView> views = new ArrayList<>();
    for (Node user : ids.stream().flatMap(id -> NodeIds.find(tx, id).stream()).toList()) {
      progress.checkRunning();
      UserView view = view(tx, user);
      if (isStale(user, view)) {
        stale.add(user);
        views.add(view);
      }
    }
    return adaptBatch(stale, views);
  }

  /** A user without interactions has the prior's weights: those that are stored are of before. */
  private static boolean isStale(Node user, UserView view) {
    UserHistory history = view.history();
    return history.clicks().isEmpty()
        ? StoredWeights.exist(user, view.live().model())
        : StoredWeights.read(user, view.live().model(), history.fingerprint()).isEmpty();
  }

  private UserView view(Transaction tx, Node user) {
    return metarec.catalog().view(tx, config.modelName(), Optional.of(user), List.of(), List.of());
  }

  /** Users who see the same model are adapted together; who has changed items sees his own. */
  private List<Adapted> adaptBatch(List<Node> users, List<UserView> views) {
    List<Adapted> adapted = new ArrayList<>();
    for (int from = 0; from < users.size(); from = adapted.size()) {
      LiveModel live = views.get(from).live();
      int to = from;
      while (to < users.size() && views.get(to).live().equals(live)) {
        to++;
      }
      adapted.addAll(adaptAlike(live, users.subList(from, to), views.subList(from, to)));
    }
    return adapted;
  }

  private List<Adapted> adaptAlike(LiveModel live, List<Node> users, List<UserView> views) {
    long start = metarec.clock().millis();
    List<UserHistory> histories = views.stream().map(UserView::history).toList();
    List<UserWeights> weights =
        device.adapt(
            live.requireServing(),
            live.requireLightPath(),
            histories.stream().map(UserRequest::clicks).toList());
    List<Adapted> adapted = new ArrayList<>();
    for (int i = 0; i < users.size(); i++) {
      UserHistory history = histories.get(i);
      UserWeights own = weights.get(i);
      store(users.get(i), live.model(), history, own);
      adapted.add(
          new Adapted(
              NodeIds.of(users.get(i)),
              history.clicks().size(),
              own.lossBefore(),
              own.lossAfter(),
              metarec.clock().millis() - start));
    }
    return adapted;
  }

  private static void store(Node user, ModelNode model, UserHistory history, UserWeights weights) {
    if (history.clicks().isEmpty()) {
      StoredWeights.remove(user, model);
    } else {
      StoredWeights.write(user, model, history.fingerprint(), weights.values());
    }
  }
}
