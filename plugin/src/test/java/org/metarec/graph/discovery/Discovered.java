package org.metarec.graph.discovery;

import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.List;
import java.util.Map;
import org.metarec.InvalidConfigException;
import org.metarec.graph.GraphSchema;
import org.metarec.graph.SchemaConfig;
import org.metarec.graph.SchemaRole;
import org.metarec.testing.EmptyDatabase;
import org.metarec.triple.Progress;

/** What is found in a database, with what the caller gives. */
record Discovered(EmptyDatabase database) {
  /** Only the label of users and the interactions are given. */
  static SchemaConfig interactions(String userLabel, String... types) {
    return new SchemaConfig(
        Map.of(SchemaRole.INTERACTION, List.of(types), SchemaRole.USER, List.of(userLabel)));
  }

  GraphSchema by(SchemaConfig config) {
    return database.read(tx -> SchemaDiscovery.of(tx, config, Progress.NONE));
  }

  List<String> problems(SchemaConfig config) {
    return catchThrowableOfType(InvalidConfigException.class, () -> by(config)).problems();
  }
}
