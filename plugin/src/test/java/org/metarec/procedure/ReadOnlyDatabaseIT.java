package org.metarec.procedure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.neo4j.configuration.GraphDatabaseSettings.read_only_database_default;

import com.google.common.base.Splitter;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.neo4j.configuration.Config;
import org.neo4j.driver.exceptions.ClientException;
import org.neo4j.kernel.internal.GraphDatabaseAPI;

/** A database that an operator has made read-only while its model serves. */
class ReadOnlyDatabaseIT {
  @RegisterExtension static final ProcedureDatabase DATABASE = new ProcedureDatabase();

  @BeforeEach
  void trainThenForbidWriting() {
    DATABASE.train();
    setReadOnly(true);
  }

  @AfterEach
  void allowWriting() {
    setReadOnly(false);
  }

  private static void setReadOnly(boolean readOnly) {
    ((GraphDatabaseAPI) DATABASE.graph())
        .getDependencyResolver()
        .resolveDependency(Config.class)
        .setDynamic(read_only_database_default, readOnly, "test");
  }

  private static List<String> trainingLines() {
    return Splitter.on('\n')
        .splitToStream(DATABASE.log())
        .filter(line -> line.contains("RotatE epoch"))
        .toList();
  }

  @Test
  void theModelServes() {
    assertThat(DATABASE.rows("CALL metarec.recommend('u1')")).isNotEmpty();
  }

  @Test
  void aTrainingIsRefusedBeforeItComputesAnything() {
    List<String> before = trainingLines();

    assertThatThrownBy(DATABASE::train)
        .isInstanceOf(ClientException.class)
        .hasMessageContaining("read-only");

    assertThat(trainingLines()).isNotEmpty().isEqualTo(before);
  }
}
