package org.metarec.bench.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.metarec.bench.coldstart.folder.ColdStartFolder;
import org.metarec.bench.coldstart.folder.Interaction;
import org.metarec.bench.coldstart.folder.Scenario;
import org.metarec.bench.experiment.Printed;

class JobBoardTest {
  @TempDir private Path folder;

  private static Set<String> items(List<Interaction> interactions) {
    return interactions.stream().map(Interaction::item).collect(Collectors.toSet());
  }

  @Test
  void whoKnowsTheMarketIsBetterThanARuleAndThatThanPopularity() throws Exception {
    List<String> lines = Printed.by(new JobBoard(), List.of(folder.toString()), Map.of("seed", 7L));

    assertThat(lines).hasSize(6);
    for (int scenario = 0; scenario < 2; scenario++) {
      List<Double> rates =
          lines.subList(3 * scenario, 3 * scenario + 3).stream()
              .map(line -> Double.parseDouble(line.split(" ", -1)[2]))
              .toList();
      assertThat(rates).isSorted().doesNotHaveDuplicates();
    }
  }

  @Test
  void newApplicantsAndNewVacanciesAreNotLearnedFrom() throws Exception {
    Printed.by(new JobBoard(), List.of(folder.toString()), Map.of("seed", 7L));
    ColdStartFolder read = ColdStartFolder.read(folder, false);
    Set<String> applicants =
        read.train().stream().map(Interaction::user).collect(Collectors.toSet());

    assertThat(items(read.train())).allMatch(item -> Integer.parseInt(item.substring(1)) < 2200);
    assertThat(read.scenarios()).extracting(Scenario::name).containsExactly("uc", "uic");
    for (Scenario scenario : read.scenarios()) {
      boolean areNew = scenario.name().equals("uic");
      for (Scenario.Task task : scenario.tasks()) {
        assertThat(applicants).doesNotContain(task.user());
        assertThat(task.query()).hasSize(5);
        assertThat(items(task.query()))
            .allMatch(item -> areNew == (Integer.parseInt(item.substring(1)) >= 2200));
      }
    }
  }

  @Test
  void whatIsANodeMayBeAPropertyOfTheSameVacancies(@TempDir Path other) throws Exception {
    Printed.by(new JobBoard(), List.of(folder.toString()), Map.of("seed", 7L));
    Printed.by(new JobBoard(), List.of(other.toString()), Map.of("seed", 7L, "properties", true));

    List<String> links = Files.readAllLines(folder.resolve("item_city.csv"));
    List<String> rows = Files.readAllLines(other.resolve("items.csv"));
    assertThat(rows.get(0)).isEqualTo("vacancy,title,occupation,city,level,company");
    assertThat(rows.stream().map(row -> row.split(",", -1)).map(row -> row[0] + "," + row[3]))
        .containsExactlyElementsOf(links);
    assertThat(other.resolve("item_city.csv")).doesNotExist();
    assertThat(other.resolve("train_ratings.csv"))
        .hasSameTextualContentAs(folder.resolve("train_ratings.csv"));
  }

  @Test
  void applicantsLookMostlyAtWhatIsWorthMost() {
    JobMarket market = new JobMarket(3);
    double all =
        IntStream.range(0, JobMarket.VACANCIES)
            .mapToDouble(vacancy -> market.utility(0, vacancy))
            .average()
            .orElseThrow();

    int[] views = market.views(0, 20, 0, JobMarket.VACANCIES);

    assertThat(views).doesNotHaveDuplicates().hasSize(20);
    assertThat(Arrays.stream(views).mapToDouble(v -> market.utility(0, v)).average().orElseThrow())
        .isGreaterThan(all + 1);
  }
}
