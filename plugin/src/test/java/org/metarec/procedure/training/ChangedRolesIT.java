package org.metarec.procedure.training;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.metarec.graph.SchemaConfig;
import org.metarec.graph.SchemaRole;
import org.metarec.graph.discovery.SchemaDiscovery;
import org.metarec.graph.live.PublishedModel;
import org.metarec.graph.store.ModelStore;
import org.metarec.testing.TinyMovieGraph;
import org.metarec.triple.Progress;

/** Constraints are dropped for an import, labels are added; then the model is trained anew. */
class ChangedRolesIT {
  @RegisterExtension static final PublishedModel MODEL = new PublishedModel();

  @BeforeEach
  void nodesAreLookedUpByTheirIds() {
    TinyMovieGraph.CONSTRAINTS.forEach(MODEL.database()::run);
  }

  private static List<String> changed(String modelName, Map<SchemaRole, List<String>> given) {
    ModelStore store = new ModelStore(MODEL.database().service(), Clock.systemUTC());
    return MODEL
        .database()
        .read(
            tx ->
                ChangedRoles.inWords(
                    tx,
                    store,
                    modelName,
                    SchemaDiscovery.of(tx, new SchemaConfig(given), Progress.NONE)));
  }

  @Test
  void whatCallersLookNodesUpByIsTold() {
    assertThat(changed("metarec", Map.of())).isEmpty();

    MODEL.database().run("MATCH (user:User) SET user:Account, user.title = user.id");
    MODEL.database().run("CREATE CONSTRAINT FOR (a:Account) REQUIRE a.title IS UNIQUE");
    assertThat(changed("metarec", Map.of()))
        .containsExactly(
            "userLabel was 'User' and now is 'Account'", "userKey was 'id' and now is 'title'");
    assertThat(changed("metarec", Map.of(SchemaRole.USER, List.of("User")))).isEmpty();
    assertThat(changed("another", Map.of())).isEmpty();
  }

  @Test
  void whoGivesThemIsToldNothing() {
    MODEL.database().run("MATCH (user:User) SET user.title = user.id");
    assertThat(changed("metarec", Map.of(SchemaRole.USER_KEY, List.of("title")))).isEmpty();
  }
}
