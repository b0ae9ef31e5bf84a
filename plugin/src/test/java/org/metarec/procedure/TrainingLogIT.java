package org.metarec.procedure;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.metarec.procedure.training.TrainProcedure;
import org.neo4j.graphdb.Transaction;
import org.neo4j.logging.log4j.Log4jLogProvider;

/** What Neo4j's log tells of a model that serves and is trained anew. */
class TrainingLogIT {
  @RegisterExtension static final ProcedureDatabase DATABASE = new ProcedureDatabase();

  @BeforeEach
  void aModelServes() {
    DATABASE.startAnew();
    DATABASE.rows("CALL metarec.train({epochs: 1, metaEpochs: 1, embeddingDimension: 4})");
  }

  private static String logOfTraining(Map<String, Object> config) {
    ByteArrayOutputStream lines = new ByteArrayOutputStream();
    try (Log4jLogProvider logs = new Log4jLogProvider(lines);
        Transaction tx = DATABASE.graph().beginTx()) {
      TrainProcedure procedure = new TrainProcedure();
      procedure.metarec = new Metarec(DATABASE.graph(), Path.of("unpacked", "already"));
      procedure.transaction = tx;
      procedure.log = logs.getLog("metarec");
      procedure.status = new NoStatus();
      procedure.terminationGuard = () -> {};
      assertThat(procedure.train(config)).hasSize(1);
    }
    return lines.toString(StandardCharsets.UTF_8);
  }

  @Test
  void itWarnsWhereCallersWillLookNodesUpOtherwise() {
    Map<String, Object> config = Map.of("epochs", 1L, "metaEpochs", 1L);
    assertThat(logOfTraining(config)).doesNotContain("callers");

    DATABASE.rows("MATCH (user:User) SET user:Account");
    assertThat(logOfTraining(config))
        .contains("train 'metarec': userLabel was 'User' and now is 'Account', once this training");
  }

  @Test
  void itWarnsOfCountsThatAreTakenForRatings() {
    DATABASE.rows("MATCH ()-[click:CLICKED]->() SET click.plays = 1");
    DATABASE.rows("MATCH ()-[click:CLICKED]->() WITH click LIMIT 1 SET click.plays = 100");
    assertThat(logOfTraining(Map.of("epochs", 1L, "metaEpochs", 1L, "ratingProperty", "plays")))
        .contains("ratings count as liked, for they are in the upper half");
  }
}
