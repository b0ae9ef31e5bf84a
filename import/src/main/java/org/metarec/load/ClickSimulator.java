package org.metarec.load;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.TreeSet;
import org.metarec.load.Simulation.Click;
import org.metarec.load.Simulation.User;

/**
 * Simulates who clicked which film when.
 *
 * <p>About two of three clicks come from the taste of a {@link Viewer}, the others from {@link
 * Popularity} alone. New films are never clicked. The same seed gives the same clicks on every
 * machine: only {@link StrictMath} is used, and each user has a random stream of its own.
 */
final class ClickSimulator {
  static final long DEFAULT_SEED = 2025L;
  static final int USERS = 800;

  /** Users with 0, 1, 2 and 3 clicks, in equal parts. */
  static final int COLD_USERS = 60;

  private static final double SHARE_OF_TASTE = 0.65;
  private static final int FEWEST_CLICKS = 5;
  private static final int MOST_CLICKS = 40;
  private static final Instant FIRST = Instant.parse("2025-01-01T00:00:00Z");
  private static final Instant LAST_START = Instant.parse("2026-07-01T00:00:00Z");
  private static final Duration LONGEST_HISTORY = Duration.ofDays(120);
  private static final List<String> FIRST_NAMES =
      List.of(
          ("Ada Aiko Amina Anna Anton Ayşe Bea Björn Carlos Chloé Dagny Daniel David Elena Emil Emma"
                  + " Farid Fatou Felix Fiona Grace Hana Hugo Ines Ivan Jakob Jonas Julia Kofi Lars"
                  + " Leila Lena Leo Lin Lucía Luis Magda Marie Marta Mateo Maya Mei Mina Moritz Nadia"
                  + " Nils Noor Olga Omar Oscar Paula Pedro Priya Rosa Samir Sara Sofia Tariq Theo"
                  + " Yara Yuki Zofia")
              .split(" "));

  /** With them names are many, as names are: no feature by which users could be told apart. */
  private static final List<String> FAMILY_NAMES =
      List.of(
          ("Abe Andersen Bauer Costa Diallo Dubois Eriksen Fischer García Haddad Ito Jansen Kaya"
                  + " Kowalska Lindqvist Mensah Moreau Nakamura Novak Okafor Petrov Quispe Rossi"
                  + " Sato Silva Tran Virtanen Weber Yilmaz Zhang")
              .split(" "));

  private final FilmCatalog catalog;
  private final List<Film> clickable;
  private final SplittableRandom root;
  private final Popularity popularity;

  ClickSimulator(FilmCatalog catalog, long seed) {
    this.catalog = catalog;
    this.clickable = catalog.films().stream().filter(film -> !film.isNew()).toList();
    this.root = new SplittableRandom(seed);
    this.popularity = new Popularity(catalog, root.split());
  }

  Simulation run() {
    List<User> users = new ArrayList<>();
    List<Click> clicks = new ArrayList<>();
    for (int number = 1; number <= USERS; number++) {
      SplittableRandom random = root.split();
      String firstName = FIRST_NAMES.get(random.nextInt(FIRST_NAMES.size()));
      String name = firstName + " " + FAMILY_NAMES.get(number % FAMILY_NAMES.size());
      AgeGroup ageGroup = AgeGroup.ALL.get(random.nextInt(AgeGroup.ALL.size()));
      User user = new User("u" + number, name, ageGroup);
      users.add(user);
      clicks.addAll(clicksOf(user, clickCount(number, random), random));
    }
    return new Simulation(users, clicks);
  }

  /**
   * Cold users are spread evenly over the numbers; most others have few clicks rather than many.
   */
  private static int clickCount(int number, SplittableRandom random) {
    int everySoMany = USERS / COLD_USERS;
    int group = number / everySoMany;
    if (number % everySoMany == 0 && group <= COLD_USERS) {
      return group % 4;
    }
    double skewed = StrictMath.pow(random.nextDouble(), 1.3);
    return FEWEST_CLICKS + (int) (skewed * (MOST_CLICKS - FEWEST_CLICKS + 1));
  }

  private List<Click> clicksOf(User user, int count, SplittableRandom random) {
    Viewer viewer = new Viewer(catalog, user.ageGroup(), random.split());
    List<Film> unseen = new ArrayList<>(clickable);
    List<Click> clicks = new ArrayList<>();
    for (Instant at : times(count, random)) {
      boolean byTaste = random.nextDouble() < SHARE_OF_TASTE;
      Film film = Draw.one(unseen, byTaste ? viewer::pull : popularity::of, random);
      unseen.remove(film);
      viewer.watch(film);
      clicks.add(new Click(user, film, at));
    }
    return clicks;
  }

  private static Iterable<Instant> times(int count, SplittableRandom random) {
    long range = Duration.between(FIRST, LAST_START).toSeconds();
    Instant start = FIRST.plusSeconds(random.nextLong(range));
    TreeSet<Instant> times = new TreeSet<>();
    while (times.size() < count) {
      times.add(start.plusSeconds(random.nextLong(LONGEST_HISTORY.toSeconds())));
    }
    return times;
  }
}
