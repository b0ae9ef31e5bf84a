package org.metarec.bench.coldstart.folder;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.metarec.bench.experiment.Arguments;
import org.metarec.bench.experiment.Experiment;
import org.metarec.bench.experiment.Settings;

/**
 * Makes of the training part of a folder another folder of the same form, to choose settings by:
 * what the tests of the first one ask for stays unseen. Some users are new, the items from a year
 * on are new, and half of the ratings of some other users are held back.
 */
public final class HoldOut implements Experiment {
  private static final int NEW_USERS = 900;
  private static final int WARM_USERS = 700;
  private static final int TASKS = 500;

  /**
   * @param arguments the folder, and one to write, which must be new or empty
   * @param settings from: the first year of the new items
   */
  @Override
  public void run(List<String> arguments, Settings settings) throws Exception {
    Arguments.require(arguments.size() == 2, arguments, "FOLDER NEW");
    int from = settings.whole("from", 1995);
    settings.refuseOthers();
    Path folder = Path.of(arguments.get(0));
    Path written = Files.createDirectories(Path.of(arguments.get(1)));
    copy(folder, written);
    for (var part : parts(ColdStartFolder.read(folder, false), from).entrySet()) {
      write(part.getValue(), written.resolve(part.getKey() + ".csv"));
      System.err.printf("%s: %d%n", part.getKey(), part.getValue().size());
    }
  }

  private static void copy(Path folder, Path written) throws IOException {
    Files.copy(folder.resolve("users.csv"), written.resolve("users.csv"));
    try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, "item*.csv")) {
      for (Path file : files) {
        Files.copy(file, written.resolve(file.getFileName()));
      }
    }
  }

  /** What the files hold, by their names. */
  private static Map<String, List<Interaction>> parts(ColdStartFolder folder, int from) {
    Set<String> newItems = ForgettingSplit.itemsAfter(folder, from - 1);
    Random random = new Random(13);
    List<String> users = ForgettingSplit.shuffledUsers(folder, random);
    int newUsers = Math.min(NEW_USERS, users.size() / 4);
    int warmUsers = Math.min(WARM_USERS, users.size() / 4);
    Set<String> fresh = new HashSet<>(users.subList(0, newUsers));
    Set<String> warm = new HashSet<>(users.subList(newUsers, newUsers + warmUsers));
    Map<String, List<Interaction>> parts = new LinkedHashMap<>();
    for (String name : List.of("train", "warm", "uc", "ic", "uic")) {
      parts.put(name, new ArrayList<>());
    }
    for (Interaction one : folder.train()) {
      boolean isNewItem = newItems.contains(one.item());
      boolean isHeldBack = warm.contains(one.user()) && random.nextBoolean();
      String ofKnownUser = isNewItem ? "ic" : isHeldBack ? "warm" : "train";
      String ofNewUser = isNewItem ? "uic" : "uc";
      parts.get(fresh.contains(one.user()) ? ofNewUser : ofKnownUser).add(one);
    }
    Map<String, List<Interaction>> files = new LinkedHashMap<>();
    files.put("train_ratings", parts.remove("train"));
    parts.forEach((name, all) -> addTasks(name, all, random, files));
    return files;
  }

  /** Those with enough and not too many: the last ten of a shuffled list are asked for. */
  private static void addTasks(
      String name, List<Interaction> all, Random random, Map<String, List<Interaction>> files) {
    List<List<Interaction>> users =
        all.stream()
            .collect(Collectors.groupingBy(Interaction::user, TreeMap::new, Collectors.toList()))
            .values()
            .stream()
            .filter(ForgettingSplit::isOfASize)
            .collect(Collectors.toCollection(ArrayList::new));
    Collections.shuffle(users, random);
    List<Interaction> support = new ArrayList<>();
    List<Interaction> query = new ArrayList<>();
    for (List<Interaction> own : users.subList(0, Math.min(TASKS, users.size()))) {
      Collections.shuffle(own, random);
      support.addAll(own.subList(0, own.size() - ForgettingSplit.QUERY));
      query.addAll(own.subList(own.size() - ForgettingSplit.QUERY, own.size()));
    }
    files.put(name + "_support", support);
    files.put(name + "_query", query);
  }

  private static void write(List<Interaction> interactions, Path file) throws IOException {
    List<String> lines = new ArrayList<>(List.of("user,item,rating"));
    for (Interaction one : interactions) {
      String rating = one.rating().isPresent() ? String.valueOf(one.rating().getAsDouble()) : "";
      lines.add(CsvTable.line(List.of(one.user(), one.item(), rating)));
    }
    Files.write(file, lines);
  }
}
