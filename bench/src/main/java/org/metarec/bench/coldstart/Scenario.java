package org.metarec.bench.coldstart;

import java.util.List;
import java.util.stream.Stream;

/**
 * One of the tests of a folder.
 *
 * @param name 'warm', 'uc', 'ic' or 'uic'
 * @param tasks one a user
 */
record Scenario(String name, List<Task> tasks) {

  Scenario {
    tasks = List.copyOf(tasks);
  }

  /**
   * One user of a test.
   *
   * @param support what is known of the user, in the order of the clicks
   * @param query what is held back
   * @param negatives items the user has nothing to do with
   */
  record Task(
      String user, List<Interaction> support, List<Interaction> query, List<String> negatives) {

    Task {
      support = List.copyOf(support);
      query = List.copyOf(query);
      negatives = List.copyOf(negatives);
    }

    /** The items asked about: those held back, then the negatives. */
    List<String> items() {
      return Stream.concat(query.stream().map(Interaction::item), negatives.stream()).toList();
    }
  }
}
