package org.metarec.bench.coldstart.folder;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.metarec.model.rating.RatingScale;

/**
 * A benchmark as a folder of CSV files holds it: {@code items.csv}, {@code users.csv}, {@code
 * item_<relation>.csv}, {@code train_ratings.csv}, {@code <scenario>_support.csv}, {@code
 * <scenario>_query.csv} and {@code negatives.csv}. Columns count by position; only those of items
 * and users have names that matter.
 *
 * @param items key and properties
 * @param users key and features
 * @param relations by relation, rows of an item's key and the name of what it is related to
 * @param train interactions to learn from
 * @param scenarios those that the folder has
 */
public record ColdStartFolder(
    CsvTable items,
    CsvTable users,
    SortedMap<String, CsvTable> relations,
    List<Interaction> train,
    List<Scenario> scenarios) {

  private static final List<String> SCENARIOS = List.of("warm", "uc", "ic", "uic");

  /**
   * Reads a folder; where it has no file of negatives they are drawn.
   *
   * @param mixed of new items and known ones together, whatever the scenario
   * @throws IOException if a file that must be there is missing, or has a row that is too short
   */
  public static ColdStartFolder read(Path folder, boolean mixed) throws IOException {
    List<Interaction> train = Interaction.read(folder.resolve("train_ratings.csv"));
    return new ColdStartFolder(
        CsvTable.read(folder.resolve("items.csv")),
        CsvTable.read(folder.resolve("users.csv")),
        relations(folder),
        train,
        scenarios(folder, train, mixed));
  }

  private static SortedMap<String, CsvTable> relations(Path folder) throws IOException {
    SortedMap<String, CsvTable> relations = new TreeMap<>();
    try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, "item_*.csv")) {
      for (Path file : files) {
        String name = file.getFileName().toString();
        relations.put(
            name.substring("item_".length(), name.length() - ".csv".length()), CsvTable.read(file));
      }
    }
    return relations;
  }

  private static List<Scenario> scenarios(Path folder, List<Interaction> train, boolean mixed)
      throws IOException {
    Map<String, List<Interaction>> support = new LinkedHashMap<>();
    Map<String, List<Interaction>> query = new LinkedHashMap<>();
    for (String name : SCENARIOS) {
      if (Files.exists(folder.resolve(name + "_query.csv"))) {
        support.put(name, Interaction.read(folder.resolve(name + "_support.csv")));
        query.put(name, Interaction.read(folder.resolve(name + "_query.csv")));
      }
    }
    Path file = folder.resolve("negatives.csv");
    if (mixed && Files.exists(file)) {
      throw new IOException(
          "mixed: the items to rank against are given by %s; take it away".formatted(file));
    }
    Negatives negatives =
        Files.exists(file) ? Negatives.read(file) : Negatives.draw(train, support, query, mixed);
    List<Scenario> scenarios = new ArrayList<>();
    query.forEach(
        (name, held) -> scenarios.add(scenario(name, support.get(name), held, negatives)));
    return scenarios;
  }

  private static Scenario scenario(
      String name, List<Interaction> support, List<Interaction> query, Negatives negatives) {
    Map<String, List<Interaction>> supports = byUser(support);
    List<Scenario.Task> tasks = new ArrayList<>();
    byUser(query)
        .forEach(
            (user, held) ->
                tasks.add(
                    new Scenario.Task(
                        user,
                        supports.getOrDefault(user, List.of()),
                        held,
                        negatives.of(name, user))));
    return new Scenario(name, tasks);
  }

  private static Map<String, List<Interaction>> byUser(List<Interaction> interactions) {
    return interactions.stream()
        .collect(Collectors.groupingBy(Interaction::user, LinkedHashMap::new, Collectors.toList()));
  }

  /** The scale of the ratings to learn from. */
  public RatingScale ratings() {
    return RatingScale.of(
        () -> train.stream().map(Interaction::rating).flatMapToDouble(OptionalDouble::stream));
  }
}
