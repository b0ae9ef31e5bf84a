package org.metarec.model;

import java.time.ZonedDateTime;
import java.util.Map;

/**
 * Where a model comes from: enough to train it again.
 *
 * @param createdAt when it had been learned, before it was written
 * @param configuration every setting by the name the user types, with the value used
 * @param environment Java, operating system and processor; bits are promised for one machine
 */
public record Provenance(
    ZonedDateTime createdAt, Map<String, Object> configuration, Map<String, String> environment) {

  public Provenance {
    configuration = Map.copyOf(configuration);
    environment = Map.copyOf(environment);
  }

  /** What this machine says of itself. */
  public static Map<String, String> thisEnvironment() {
    return Map.of(
        "java", System.getProperty("java.vm.version"),
        "os", System.getProperty("os.name") + " " + System.getProperty("os.version"),
        "arch", System.getProperty("os.arch"));
  }
}
