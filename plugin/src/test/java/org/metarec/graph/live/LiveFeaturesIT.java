package org.metarec.graph.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.metarec.graph.live.model.LiveModel;
import org.metarec.path.Links;
import org.metarec.path.PathRelation;
import org.metarec.testing.EmptyDatabase;

/** Thief and Heat are from the United States, the other films from France. */
class LiveFeaturesIT {
  private static final int COUNTRY = 3;

  @RegisterExtension static final PublishedModel MODEL = new PublishedModel();

  private static final EmptyDatabase DATABASE = MODEL.database();

  @BeforeEach
  void setCountries() {
    DATABASE.run("MATCH (film:Movie) SET film.country = 'France'");
    DATABASE.run("MATCH (film:Movie) WHERE film.id IN ['m1', 'm2'] SET film.country = 'US'");
    MODEL.live();
  }

  private static PathRelation countries(LiveModel live) {
    return live.requireServing().paths().relation(COUNTRY);
  }

  private static List<Integer> of(LiveModel live, String film) {
    Links links = countries(live).attributes();
    return links.targets(MODEL.item(live, film)).boxed().toList();
  }

  @Test
  void featuresAreThoseOfNow() {
    assertThat(of(MODEL.live(), "m2")).hasSize(1).isEqualTo(of(MODEL.live(), "m1"));

    DATABASE.run("MATCH (heat:Movie {id: 'm2'}) SET heat.country = 'France'");
    assertThat(of(MODEL.live(), "m2")).hasSize(1).isEqualTo(of(MODEL.live(), "m3"));

    DATABASE.run("MATCH (heat:Movie {id: 'm2'}) REMOVE heat.country");
    assertThat(of(MODEL.live(), "m2")).isEmpty();
  }

  @Test
  void aListIsSeveralValuesAndWhatTheTrainingDidNotKnowIsNone() {
    DATABASE.run("MATCH (heat:Movie {id: 'm2'}) SET heat.country = ['US', 'France', 'Peru']");

    assertThat(of(MODEL.live(), "m2")).hasSize(2);
  }

  /** A value may be that of every item. */
  @Test
  void anotherValueOfAnItemCostsThatItemAlone() {
    LiveModel before = MODEL.live();
    DATABASE.run("MATCH (heat:Movie {id: 'm2'}) SET heat.country = 'France'");
    LiveModel after = MODEL.live();

    assertThat(after.requireTaste().newRows().basis())
        .as("what attributes earned is not counted anew")
        .isSameAs(before.requireTaste().newRows().basis());
    int us = of(before, "m1").get(0);
    assertThat(countries(after).idf(us)).isEqualTo(countries(before).idf(us));
    DATABASE.run("MATCH (:Movie {id: 'm2'})<-[old:DIRECTED]-() DELETE old");
    assertThat(countries(MODEL.live()).idf(us))
        .as("nor where nodes are")
        .isEqualTo(countries(before).idf(us));
    int heat = MODEL.item(after, "m2");
    int alien = MODEL.item(after, "m7");
    assertThat(countries(after).norm(heat)).isEqualTo(countries(after).norm(alien));
  }
}
