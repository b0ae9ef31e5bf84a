package org.metarec.load;

import java.time.Instant;
import java.util.List;

/**
 * Users who do not exist and what they clicked.
 *
 * @param clicks user by user, each in the order of time
 */
record Simulation(List<User> users, List<Click> clicks) {

  Simulation {
    users = List.copyOf(users);
    clicks = List.copyOf(clicks);
  }

  record User(String id, String name, AgeGroup ageGroup) {}

  record Click(User user, Film film, Instant at) {}
}
