package org.metarec.bench.coldstart;

import java.util.List;
import org.metarec.bench.coldstart.folder.Scenario.Task;

/** What is tested. */
interface Scorer {

  /**
   * What it says of one item.
   *
   * @param score higher is better
   * @param rating NaN where none is predicted
   */
  record Scored(String item, double score, double rating) {}

  /** The user's query and negatives, in this order. */
  List<Scored> score(Task task);
}
