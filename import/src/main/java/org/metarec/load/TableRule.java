package org.metarec.load;

import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/**
 * What a file of the demo graph must look like.
 *
 * @param key the columns whose values together occur once
 */
record TableRule(String file, List<Column> columns, List<String> key) {

  /** Those of the files that {@code cypher/load-demo.cypher} reads, in the order of the load. */
  static final List<TableRule> ALL =
      List.of(
          new TableRule("films.csv", List.of(text("id"), text("title"), year(), isNew()), "id"),
          new TableRule("people.csv", List.of(text("id"), text("name")), "id"),
          new TableRule("genres.csv", List.of(text("name")), "name"),
          new TableRule("users.csv", List.of(text("id"), text("name"), ageGroup()), "id"),
          new TableRule(
              "directed.csv",
              List.of(key("person", "people.csv"), key("film", "films.csv")),
              "person",
              "film"),
          new TableRule(
              "acted_in.csv",
              List.of(key("person", "people.csv"), key("film", "films.csv")),
              "person",
              "film"),
          new TableRule(
              "in_genre.csv",
              List.of(key("film", "films.csv"), key("genre", "genres.csv")),
              "film",
              "genre"),
          new TableRule(
              "clicks.csv",
              List.of(key("user", "users.csv"), key("film", "films.csv"), time()),
              "user",
              "film"));

  private TableRule(String file, List<Column> columns, String... key) {
    this(file, columns, List.of(key));
  }

  TableRule {
    columns = List.copyOf(columns);
    key = List.copyOf(key);
  }

  List<String> columnNames() {
    return columns.stream().map(Column::name).toList();
  }

  /** A column and what may stand in it; every value must also be a {@link #isText text}. */
  sealed interface Column {
    String name();

    /** A value of a certain form, whose {@code expected} completes "expected …". */
    record Value(String name, String expected, Predicate<String> allowed) implements Column {}

    /** The key of a row of another file. */
    record Reference(String name, String file) implements Column {}
  }

  /** Whether LOAD CSV reads the value as it stands: not as null, nor with a backslash taken out. */
  static boolean isText(String value) {
    return !value.isEmpty()
        && value.equals(value.strip())
        && value.chars().noneMatch(letter -> letter == '\\' || Character.isISOControl(letter));
  }

  private static Column text(String name) {
    return new Column.Value(name, "a text", value -> true);
  }

  private static Column key(String name, String file) {
    return new Column.Reference(name, file);
  }

  private static Column year() {
    return new Column.Value(
        "year",
        "a year of four digits from 1888",
        value -> value.matches("(188[89]|189\\d|[2-9]\\d{3}|19\\d\\d)"));
  }

  private static Column isNew() {
    return new Column.Value("new", "true or false", Set.of("true", "false")::contains);
  }

  private static Column ageGroup() {
    List<String> labels = AgeGroup.ALL.stream().map(AgeGroup::label).toList();
    return new Column.Value("ageGroup", "one of " + String.join(", ", labels), labels::contains);
  }

  private static Column time() {
    return new Column.Value(
        "at", "a time with its zone, such as 2025-07-21T18:30:00Z", TableRule::isTime);
  }

  private static boolean isTime(String value) {
    try {
      OffsetDateTime.parse(value);
      return true;
    } catch (DateTimeException notATime) {
      return false;
    }
  }
}
