package org.metarec.bench.coldstart.folder;

import java.util.List;
import java.util.stream.Stream;

/**
 * One of the tests of a folder.
 *
 * @param name 'warm', 'uc', 'ic' or 'uic'
 * @param tasks one a user
 */
public record Scenario(String name, List<Task> tasks) {

  public Scenario {
    tasks = List.copyOf(tasks);
  }

  /**
   * One user of a test.
   *
   * @param support what is known of the user, in the order of the clicks
   * @param query what is held back
   * @param negatives items the user has nothing to do with
   */
  public record Task(
      String user, List<Interaction> support, List<Interaction> query, List<String> negatives) {

    public Task {
      support = List.copyOf(support);
      query = List.copyOf(query);
      negatives = List.copyOf(negatives);
    }

    /** The items asked about: those held back, then the negatives. */
    public List<String> items() {
      return Stream.concat(query.stream().map(Interaction::item), negatives.stream()).toList();
    }
  }
}
