package org.metarec.bench.coldstart;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.metarec.bench.coldstart.folder.Interaction;
import org.metarec.bench.coldstart.folder.Scenario.Task;

/** The same for everybody: how often an item is among some interactions. */
final class Popularity implements Scorer {
  private final Map<String, Long> counts;

  Popularity(List<Interaction> interactions) {
    counts =
        interactions.stream()
            .map(Interaction::item)
            .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
  }

  @Override
  public List<Scored> score(Task task) {
    return task.items().stream()
        .map(item -> new Scored(item, counts.getOrDefault(item, 0L), Double.NaN))
        .toList();
  }
}
