package org.metarec.meta.inner;

import java.util.List;

/**
 * What is known of a user who is to be adapted.
 *
 * @param userValues values of the user's features, positions in the model's list
 * @param support the latest interactions
 */
public record UserClicks(List<Integer> userValues, SupportSet support) {

  public UserClicks {
    userValues = List.copyOf(userValues);
  }
}
