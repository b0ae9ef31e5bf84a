package org.metarec.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.neo4j.driver.Record;
import org.neo4j.driver.Value;
import org.neo4j.driver.Values;
import org.neo4j.driver.internal.InternalNode;
import org.neo4j.driver.internal.InternalPath;
import org.neo4j.driver.internal.InternalRecord;
import org.neo4j.driver.internal.InternalRelationship;

class RecommendationLineTest {
  private static final InternalNode YOU = node(0, Map.of("id", Values.value("you")));
  private static final InternalNode THIEF = film(1, "Thief", 1981);
  private static final InternalNode MANN = node(2, Map.of("name", Values.value("Michael Mann")));
  private static final InternalNode HEAT = film(3, "Heat", 1995);
  private static final InternalRelationship CLICK = relationship(10, 0, 1, "CLICKED");

  @Test
  void aLineTellsFilmScoreAndReason() {
    assertThat(RecommendationLine.of(row(overMann("DIRECTED"))))
        .isEqualTo(
            "1. Heat (1995)  2.31 — because you watched Thief (1981), also directed by Michael Mann");
  }

  @Test
  void aRelationWithoutWordsOfItsOwnIsReadAsItStands() {
    assertThat(RecommendationLine.of(row(overMann("WRITTEN_BY"))))
        .endsWith(", also written by Michael Mann");
  }

  @Test
  void aRelationBetweenTwoFilmsNamesTheClickedOneTwice() {
    var path = new InternalPath(YOU, CLICK, THIEF, relationship(11, 3, 1, "SEQUEL_OF"), HEAT);
    assertThat(RecommendationLine.of(row(path)))
        .endsWith("— because you watched Thief (1981), also sequel of Thief (1981)");
  }

  @Test
  void onlyTheStrongestPathIsTold() {
    assertThat(RecommendationLine.of(row(overMann("ACTED_IN"), overMann("DIRECTED"))))
        .endsWith(", also starring Michael Mann");
  }

  @Test
  void aFilmWithoutPathEndsAfterTheScore() {
    assertThat(RecommendationLine.of(row())).isEqualTo("1. Heat (1995)  2.31");
  }

  private static InternalPath overMann(String type) {
    return new InternalPath(
        YOU, CLICK, THIEF, relationship(11, 2, 1, type), MANN, relationship(12, 2, 3, type), HEAT);
  }

  private static Record row(InternalPath... paths) {
    List<Value> pathValues = Stream.of(paths).map(InternalPath::asValue).toList();
    return new InternalRecord(
        List.of("rank", "item", "score", "paths"),
        List.of(Values.value(1), HEAT.asValue(), Values.value(2.3149), Values.value(pathValues)));
  }

  private static InternalNode film(long id, String title, int year) {
    return node(id, Map.of("title", Values.value(title), "year", Values.value(year)));
  }

  private static InternalNode node(long id, Map<String, Value> properties) {
    return new InternalNode(id, List.of(), properties);
  }

  private static InternalRelationship relationship(long id, long start, long end, String type) {
    return new InternalRelationship(id, start, end, type);
  }
}
