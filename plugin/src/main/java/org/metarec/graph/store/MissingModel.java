package org.metarec.graph.store;

import java.util.List;
import java.util.Optional;
import org.metarec.GraphMismatchException;
import org.neo4j.graphdb.Transaction;

/** Says that there is no model of a name, and how to get one. */
public final class MissingModel {
  private MissingModel() {}

  /** To be thrown where no model of a name serves. */
  public static GraphMismatchException error(Transaction tx, String modelName) {
    Optional<ModelState> state = ModelLife.find(tx, modelName).map(ModelLife::state);
    if (state.equals(Optional.of(ModelState.DROPPING))) {
      return new GraphMismatchException(
          "model '%s' was dropped, but not all it has left is cleared; if CALL metarec.progress()"
              + " shows no call that does it, CALL metarec.model.drop('%s') finishes that, %s too",
          modelName, modelName, training(modelName));
    }
    return new GraphMismatchException(
        "%s; train one with %s", none(tx, modelName), training(modelName));
  }

  /** To be thrown where there is none to drop. */
  public static GraphMismatchException toDrop(Transaction tx, String modelName) {
    return new GraphMismatchException(
        "%s; with CALL metarec.model.drop('%s', false) that is no error",
        none(tx, modelName), modelName);
  }

  private static String none(Transaction tx, String modelName) {
    List<String> names = ModelLife.live(tx).map(ModelLife::name).toList();
    return "there is no model '%s'%s"
        .formatted(modelName, names.isEmpty() ? "" : ", only " + String.join(", ", names));
  }

  /** The call that trains a model of a name. */
  public static String training(String modelName) {
    return modelName.equals(ModelStore.DEFAULT_NAME)
        ? "CALL metarec.train()"
        : "CALL metarec.train({modelName: '%s'})".formatted(modelName);
  }
}
