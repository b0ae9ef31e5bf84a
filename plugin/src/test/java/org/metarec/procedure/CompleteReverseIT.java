package org.metarec.procedure;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Links that lead to the node that is asked for, and candidates for those that lead from it. */
class CompleteReverseIT {
  @RegisterExtension static final ProcedureDatabase DATABASE = new ProcedureDatabase();

  /** A sequel has no sequel that it follows; of partners either may be missing. */
  @Test
  void whatALinkLeadsFromIsNotOfferedUnlessLinksGoBothWays() {
    DATABASE.rows(
        """
        MATCH (a:Movie {id: 'm1'}), (b:Movie {id: 'm2'}), (c:Movie {id: 'm3'})
        CREATE (a)-[:SEQUEL_OF]->(b)-[:SEQUEL_OF]->(c), (a)-[:LIKE]->(b)-[:LIKE]->(a),
          (b)-[:LIKE]->(c)-[:LIKE]->(a), (c)-[:SEQUEL_OF]->(c)
        """);
    DATABASE.rows("CALL metarec.train({epochs: 1, metaEpochs: 0, embeddingDimension: 4})");
    String outgoing =
        "CALL metarec.complete('%s', {relationshipTypes: ['%s']})"
            + " YIELD direction, candidate WITH * WHERE direction = 'OUTGOING' RETURN candidate.id";

    assertThat(DATABASE.texts(outgoing.formatted("m3", "SEQUEL_OF")))
        .isEmpty(); // m2 follows it, and by mistake itself
    assertThat(DATABASE.texts(outgoing.formatted("m1", "SEQUEL_OF"))).containsExactly("m3");
    assertThat(DATABASE.texts(outgoing.formatted("m1", "LIKE"))).containsExactly("m3");
  }
}
