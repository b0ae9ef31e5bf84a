package org.metarec.graph.store;

import java.util.Arrays;
import java.util.Optional;
import org.neo4j.graphdb.Node;

/**
 * The adapted weights of a user, on the user's node, with a stamp that says which version of the
 * model and which interactions they were adapted from, and which weights it is of: others see a
 * commit property by property. Stale ones count as none.
 */
public final class StoredWeights {
  private StoredWeights() {}

  /**
   * The weights of a user.
   *
   * @param fingerprint of what they should be adapted from
   * @return {@code float[weightCount]}; empty if there are none or they are stale
   */
  public static Optional<float[]> read(Node user, ModelNode model, long fingerprint) {
    Object found = user.getProperty(model.properties().weightsStamp(), null);
    Object weights = user.getProperty(model.properties().weights(), null);
    return weights instanceof float[] values && stamp(model, fingerprint, values).equals(found)
        ? Optional.of(values)
        : Optional.empty();
  }

  /** Whether a user has weights, stale or not. */
  public static boolean exist(Node user, ModelNode model) {
    return user.hasProperty(model.properties().weights());
  }

  /** Removes the weights of a user, stale or not. */
  public static void remove(Node user, ModelNode model) {
    user.removeProperty(model.properties().weights());
    user.removeProperty(model.properties().weightsStamp());
  }

  /** Writes weights in the transaction that the user's node is of, and that holds the model. */
  public static void write(Node user, ModelNode model, long fingerprint, float[] weights) {
    user.setProperty(model.properties().weights(), weights);
    user.setProperty(model.properties().weightsStamp(), stamp(model, fingerprint, weights));
  }

  private static String stamp(ModelNode model, long fingerprint, float[] weights) {
    return "%s %x %x".formatted(model.version(), fingerprint, Arrays.hashCode(weights));
  }
}
