package org.metarec.bench.jobs;

import com.google.common.collect.ImmutableMap;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToIntFunction;
import java.util.stream.Stream;
import org.metarec.bench.coldstart.folder.ColdStartFolder;
import org.metarec.bench.coldstart.folder.Scenario;
import org.metarec.bench.eval.HitRate;
import org.metarec.bench.eval.ScoreMetrics;
import org.metarec.bench.experiment.Arguments;
import org.metarec.bench.experiment.Experiment;
import org.metarec.bench.experiment.Settings;
import org.metarec.bench.jobs.JobMarket.Profile;

/**
 * Writes a generated job board as a folder for {@code coldstart}, and prints what simple rules
 * reach there: HR@10 of new applicants (uc), and of new applicants among new vacancies (uic).
 */
public final class JobBoard implements Experiment {
  private static final int KNOWN_APPLICANTS = 1200;
  private static final int NEW_AMONG_KNOWN = 300;
  private static final int KNOWN_VACANCIES = 2200;
  private static final int TASK = 15;
  private static final int TOP = 10;

  /** What a vacancy has one of. */
  private static final Map<String, ToIntFunction<Profile>> ATTRIBUTES =
      ImmutableMap.of(
          "occupation", Profile::occupation,
          "city", Profile::city,
          "level", Profile::level,
          "company", Profile::company);

  /** A rule: the higher, the better. */
  private interface Rule {
    double worth(int applicant, int vacancy);
  }

  /**
   * @param arguments a folder to write, which must be new or empty
   * @param settings seed: of the market; properties: whether occupation, city, level and company of
   *     a vacancy are properties, not nodes that it is linked with
   */
  @Override
  public void run(List<String> arguments, Settings settings) throws Exception {
    Arguments.require(arguments.size() == 1, arguments, "NEW");
    JobMarket market = new JobMarket(settings.whole("seed", 7));
    boolean areProperties = settings.flag("properties");
    settings.refuseOthers();
    Path folder = Files.createDirectories(Path.of(arguments.get(0)));
    write(market, folder, areProperties);
    judge(market, folder);
  }

  private static void write(JobMarket market, Path folder, boolean areProperties)
      throws IOException {
    writeApplicants(market, folder);
    if (areProperties) {
      writeVacancies(market, folder, ATTRIBUTES);
    } else {
      writeVacancies(market, folder, Map.of());
      for (var attribute : ATTRIBUTES.entrySet()) {
        writeRelation(market, folder, attribute.getKey(), attribute.getValue());
      }
    }
    writeSkills(market, folder);
    writeViews(market, folder);
  }

  private static void judge(JobMarket market, Path folder) throws IOException {
    ColdStartFolder read = ColdStartFolder.read(folder, false);
    Map<Integer, Integer> views = new HashMap<>();
    read.train().forEach(one -> views.merge(number(one.item()), 1, Integer::sum));
    Rule popularity = (applicant, vacancy) -> views.getOrDefault(vacancy, 0);
    Rule matching =
        (applicant, vacancy) ->
            matches(market, applicant, vacancy) + Math.log1p(popularity.worth(applicant, vacancy));
    for (Scenario scenario : read.scenarios()) {
      print(scenario, "popularity", popularity);
      print(scenario, "occupation, city, popularity", matching);
      print(scenario, "the market's own utility", market::utility);
    }
  }

  private static double matches(JobMarket market, int applicant, int vacancy) {
    Profile one = market.applicant(applicant);
    Profile other = market.vacancy(vacancy);
    return (one.occupation() == other.occupation() ? 100 : 0)
        + (one.city() == other.city() ? 50 : 0);
  }

  private static void print(Scenario scenario, String name, Rule rule) {
    List<Boolean> hits = scenario.tasks().stream().flatMap(task -> hits(task, rule)).toList();
    System.out.printf("%s %s, %s%n", scenario.name(), HitRate.of(TOP, hits), name);
  }

  private static Stream<Boolean> hits(Scenario.Task task, Rule rule) {
    int applicant = number(task.user());
    double[] others =
        task.negatives().stream()
            .mapToDouble(vacancy -> rule.worth(applicant, number(vacancy)))
            .sorted()
            .toArray();
    return task.query().stream()
        .map(one -> rule.worth(applicant, number(one.item())))
        .map(worth -> ScoreMetrics.rankAmong(worth, others) <= TOP);
  }

  private static int number(String name) {
    return Integer.parseInt(name.substring(1));
  }

  private static void writeApplicants(JobMarket market, Path folder) throws IOException {
    List<String> applicants = new ArrayList<>(List.of("applicant,occupation,city,level"));
    for (int applicant = 0; applicant < JobMarket.APPLICANTS; applicant++) {
      Profile of = market.applicant(applicant);
      applicants.add(
          "a%d,o%d,c%d,l%d".formatted(applicant, of.occupation(), of.city(), of.level()));
    }
    Files.write(folder.resolve("users.csv"), applicants);
  }

  private static void writeVacancies(
      JobMarket market, Path folder, Map<String, ToIntFunction<Profile>> properties)
      throws IOException {
    List<String> header = new ArrayList<>(List.of("vacancy", "title"));
    header.addAll(properties.keySet());
    List<String> rows = new ArrayList<>(List.of(String.join(",", header)));
    for (int vacancy = 0; vacancy < JobMarket.VACANCIES; vacancy++) {
      Profile of = market.vacancy(vacancy);
      List<String> row = new ArrayList<>(List.of("v" + vacancy, "Job " + vacancy));
      properties.forEach((name, value) -> row.add("%s %d".formatted(name, value.applyAsInt(of))));
      rows.add(String.join(",", row));
    }
    Files.write(folder.resolve("items.csv"), rows);
  }

  private static void writeRelation(
      JobMarket market, Path folder, String name, ToIntFunction<Profile> of) throws IOException {
    List<String> rows = new ArrayList<>(List.of("vacancy," + name));
    for (int vacancy = 0; vacancy < JobMarket.VACANCIES; vacancy++) {
      int value = of.applyAsInt(market.vacancy(vacancy));
      rows.add("v%d,%s %d".formatted(vacancy, name, value));
    }
    Files.write(folder.resolve("item_" + name + ".csv"), rows);
  }

  private static void writeSkills(JobMarket market, Path folder) throws IOException {
    List<String> rows = new ArrayList<>(List.of("vacancy,skill"));
    for (int vacancy = 0; vacancy < JobMarket.VACANCIES; vacancy++) {
      for (int skill : market.vacancy(vacancy).skills()) {
        rows.add("v%d,skill %d".formatted(vacancy, skill));
      }
    }
    Files.write(folder.resolve("item_skill.csv"), rows);
  }

  private static void writeViews(JobMarket market, Path folder) throws IOException {
    Map<String, List<String>> files = new HashMap<>();
    for (String name :
        List.of("train_ratings", "uc_support", "uc_query", "uic_support", "uic_query")) {
      files.put(name, new ArrayList<>(List.of("applicant,vacancy")));
    }
    for (int applicant = 0; applicant < JobMarket.APPLICANTS; applicant++) {
      boolean isKnown = applicant < KNOWN_APPLICANTS;
      boolean amongKnown = applicant < KNOWN_APPLICANTS + NEW_AMONG_KNOWN;
      int count = isKnown ? market.viewCount() : TASK;
      int[] views =
          amongKnown
              ? market.views(applicant, count, 0, KNOWN_VACANCIES)
              : market.views(applicant, count, KNOWN_VACANCIES, JobMarket.VACANCIES);
      String scenario = amongKnown ? "uc" : "uic";
      for (int i = 0; i < views.length; i++) {
        String file = isKnown ? "train_ratings" : scenario + (i % 3 == 2 ? "_query" : "_support");
        files.get(file).add("a%d,v%d".formatted(applicant, views[i]));
      }
    }
    for (var file : files.entrySet()) {
      Files.write(folder.resolve(file.getKey() + ".csv"), file.getValue());
    }
  }
}
