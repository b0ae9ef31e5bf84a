package org.metarec.meta.task;

import java.util.List;
import org.metarec.meta.inner.SupportSet;

/**
 * One user's interactions, split in time: a support set to adapt from, and liked items that came
 * later, to be ranked above items that did not. A user who is only to be adapted has no query.
 *
 * @param user number of the user in the training; ignored where nothing is learned
 * @param userValues values of the user's features, positions in the model's list
 * @param support the interactions before the split
 * @param query items liked from the split on, or liked well
 * @param others items the user has nothing to do with
 * @param asNew whether all items count as new, so that the model learns to score those
 */
public record UserTask(
    int user,
    List<Integer> userValues,
    SupportSet support,
    List<Integer> query,
    List<Integer> others,
    boolean asNew) {

  public UserTask {
    userValues = List.copyOf(userValues);
    query = List.copyOf(query);
    others = List.copyOf(others);
  }
}
