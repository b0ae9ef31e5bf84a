package org.metarec.procedure.user;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.metarec.graph.KeyedLabel;
import org.metarec.graph.live.model.LiveModel;
import org.metarec.graph.node.NodeIds;
import org.metarec.graph.node.OpenTransaction;
import org.metarec.procedure.Metarec;
import org.metarec.procedure.argument.ConfigMap;
import org.metarec.procedure.argument.NodeArgument;
import org.metarec.procedure.job.Job;
import org.metarec.triple.Progress;
import org.neo4j.graphdb.Node;
import org.neo4j.graphdb.Transaction;
import org.neo4j.logging.Log;
import org.neo4j.procedure.Context;
import org.neo4j.procedure.Description;
import org.neo4j.procedure.Mode;
import org.neo4j.procedure.Name;
import org.neo4j.procedure.Procedure;
import org.neo4j.procedure.StatusDetailsAccessor;
import org.neo4j.procedure.TerminationGuard;

/** Adapts the model to users and stores their weights. */
public final class AdaptProcedure {
  @Context public Transaction transaction;
  @Context public Metarec metarec;
  @Context public Log log;
  @Context public StatusDetailsAccessor status;
  @Context public TerminationGuard terminationGuard;

  @Procedure(name = "metarec.adapt", mode = Mode.WRITE)
  @Description(
      "Adapts the model to users from their interactions and stores the weights on their nodes,"
          + " stamped with the model's version. Named users are written in this transaction; null"
          + " stands for all whose interactions changed since, written in transactions of their"
          + " own.")
  public Stream<Row> adapt(
      @Name(
              value = "users",
              defaultValue = "null",
              description = "A user or a list of users, nodes or values of their keys; null: all.")
          Object users,
      @Name(
              value = "config",
              defaultValue = "{}",
              description = "device, concurrency, batchSize, modelName.")
          Map<String, Object> config) {
    ConfigMap map = new ConfigMap(config);
    AdaptConfig settings = map.read(() -> AdaptConfig.read(map), AdaptConfig.DEFAULTS);
    List<Object> named =
        users == null ? List.of() : map.read(() -> NodeArgument.many("users", users), List.of());
    map.throwIfAny();
    if (users == null) {
      OpenTransaction.requireUnchanged(transaction, "metarec.adapt(null)");
    }
    LiveModel live = metarec.catalog().live(transaction, settings.modelName());
    live.requireServing();
    KeyedLabel userLabel = live.model().schema().user().orElseThrow();
    Progress termination = terminationGuard::check;
    try (WeightDevice device = WeightDevice.of(settings, metarec.nativesFolder(), termination)) {
      UserAdaptation adaptation = new UserAdaptation(metarec, settings, device);
      List<UserAdaptation.Adapted> adapted =
          users == null
              ? all(adaptation, settings, userLabel.label())
              : adaptation.adapt(transaction, nodes(userLabel, named));
      return adapted.stream().flatMap(one -> row(one, device.name()).stream());
    }
  }

  /** Each once, though named twice. */
  private List<Node> nodes(KeyedLabel label, List<Object> users) {
    return label.findAll(transaction, users).stream().distinct().toList();
  }

  private List<UserAdaptation.Adapted> all(
      UserAdaptation adaptation, AdaptConfig settings, String userLabel) {
    try (Job job = metarec.jobs().start(Job.Task.ADAPT, settings.modelName())) {
      Progress progress = job.progress(status, log, terminationGuard);
      return adaptation.adaptStale(transaction, userLabel, progress);
    }
  }

  /** A user who was deleted meanwhile has no row. */
  private Optional<Row> row(UserAdaptation.Adapted adapted, String device) {
    return NodeIds.find(transaction, adapted.nodeId())
        .map(
            user ->
                new Row(
                    user,
                    adapted.clicks(),
                    device,
                    adapted.lossBefore(),
                    adapted.lossAfter(),
                    adapted.millis()));
  }

  /** One user. */
  public record Row(
      @Description("The user's node.") Node user,
      @Description("Distinct items the user interacted with, liked or not.") long clicks,
      @Description("Where the weights were computed: 'cpu' or 'cuda:0'.") String device,
      @Description("The inner objective before the first step, at the prior; at least 0.")
          double lossBefore,
      @Description("The inner objective at the new weights; not above lossBefore.")
          double lossAfter,
      @Description("Milliseconds that adapting took; of the whole batch where it is one.")
          long millis) {}
}
