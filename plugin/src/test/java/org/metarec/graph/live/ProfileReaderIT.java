package org.metarec.graph.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.metarec.graph.live.model.LiveModel;
import org.metarec.graph.node.NodeIds;
import org.metarec.graph.node.ValueIds;
import org.metarec.graph.store.NodePart;
import org.metarec.model.RelationBlocks;
import org.metarec.model.TrainedModel;
import org.metarec.model.embedding.SparseRows;
import org.metarec.path.Links;
import org.metarec.path.PathIndex;
import org.metarec.path.PathRelation;
import org.metarec.path.UserPaths;
import org.neo4j.graphdb.Transaction;

class ProfileReaderIT {
  private static final int COUNTRY = 3;

  @RegisterExtension static final PublishedModel MODEL = new PublishedModel();

  /** By the rows of the nodes that a film is linked with. */
  private static double expected(Transaction tx, LiveModel live, int relation, int film, int age) {
    PathRelation links = live.requireServing().paths().relation(relation);
    Links attributes = links.attributes();
    double[] sum = new double[1];
    for (int link = attributes.from(film); link < attributes.to(film); link++) {
      int attribute = attributes.target(link);
      float[] row =
          (float[])
              NodeIds.find(tx, live.attributeId(attribute))
                  .orElseThrow()
                  .getProperty(live.model().property(NodePart.PROFILE));
      RelationBlocks.forEach(
          row,
          2,
          (of, lift) ->
              sum[0] +=
                  of == relation && lift[0] == age ? Math.sqrt(links.idf(attribute)) * lift[1] : 0);
    }
    return sum[0] == 0 ? 0 : sum[0] / links.norm(film);
  }

  @Test
  void whatProfilesSayOfAFilmStandsAtTheNodesThatItIsLinkedWith() {
    LiveModel live = MODEL.live();
    double all = 0;
    for (int age = 0; age < 2; age++) {
      UserPaths profile =
          live.requireServing().lifts().pathsOf(live.requireServing().paths(), List.of(age));
      for (int film = 0; film < live.items().count(); film++) {
        for (int relation = 0; relation < 3; relation++) {
          int of = relation;
          int one = film;
          int value = age;
          double expected = MODEL.database().read(tx -> expected(tx, live, of, one, value));
          assertThat((double) profile.value(relation, film)).isCloseTo(expected, within(1e-6));
          all += Math.abs(expected);
        }
      }
    }
    assertThat(all).as("not all 0").isPositive();
  }

  /** An item with one attribute gets its lift. */
  @Test
  void whatTheySayOfAValueStandsAtTheModel() {
    MODEL
        .database()
        .run(
            "UNWIND range(1, 12) AS number MATCH (film:Movie {id: 'm' + number})"
                + " SET film.country = ['France', 'US'][number % 2]");
    LiveModel live = MODEL.live();
    PathIndex paths = live.requireServing().paths();
    TrainedModel model = MODEL.publication().model();
    SparseRows rows = model.ofValues(model.taste().orElseThrow().profiles());
    Links links = paths.relation(COUNTRY).attributes();
    for (int age = 0; age < 3; age++) {
      UserPaths profile = live.requireServing().lifts().pathsOf(paths, List.of(age));
      for (int film = 0; film < live.items().count(); film++) {
        long id = live.attributeId(links.target(links.from(film)));
        float[] row = rows.row(ValueIds.value(id)).orElseThrow(); // COUNTRY, one of the ages, lift
        float lift = row[1] == age ? row[2] : 0;
        assertThat(profile.value(COUNTRY, film)).isCloseTo(lift, within(1e-6f));
      }
    }
  }
}
