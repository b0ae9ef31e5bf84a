package org.metarec.graph;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.metarec.testing.EmptyDatabase;
import org.metarec.testing.TinyMovieGraph;

class TinyMovieGraphIT {
  @RegisterExtension static final EmptyDatabase DATABASE = new EmptyDatabase();

  @Test
  void theTinyGraphHasItsNodesAndClicks() {
    TinyMovieGraph.create(DATABASE.service());
    assertThat(count("MATCH (:User) RETURN count(*) AS n")).isEqualTo(8);
    assertThat(count("MATCH (:Movie) RETURN count(*) AS n")).isEqualTo(12);
    assertThat(
            count("MATCH (:User)-[click:CLICKED]->(:Movie) RETURN count(DISTINCT click.at) AS n"))
        .isEqualTo(27);
    assertThat(count("MATCH (m:Movie {id: 'm12'})<-[click:CLICKED]-() RETURN count(*) AS n"))
        .isZero();
  }

  private static long count(String query) {
    return DATABASE.read(tx -> (long) tx.execute(query).next().get("n"));
  }
}
