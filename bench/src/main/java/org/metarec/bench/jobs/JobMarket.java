package org.metarec.bench.jobs;

import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Applicants, vacancies, and what a vacancy is worth to an applicant: much if it is of the same
 * occupation, less if of one that is near it, of the same city, of the same level, or if it asks
 * for the applicant's skills; and how good the company and the vacancy are. Applicants choose by a
 * softmax of that.
 */
final class JobMarket {
  static final int APPLICANTS = 1800;
  static final int VACANCIES = 2600;
  private static final int SKILLS_ASKED = 4;

  private static final int OCCUPATIONS = 16;
  private static final int CITIES = 12;
  private static final int LEVELS = 3;
  private static final int SKILLS = 80;
  private static final int SKILLS_OF_OCCUPATION = 8;
  private static final int COMPANIES = 300;
  private static final double NEAR = 0.12;

  /**
   * Of an applicant or a vacancy.
   *
   * @param skills that the applicant has, or the vacancy asks for
   * @param company of a vacancy
   */
  record Profile(int occupation, int city, int level, List<Integer> skills, int company) {

    Profile {
      skills = List.copyOf(skills);
    }
  }

  private final SplittableRandom random;
  private final int[][] skillsOf = new int[OCCUPATIONS][];
  private final boolean[][] near = new boolean[OCCUPATIONS][OCCUPATIONS];
  private final double[] companies = new double[COMPANIES];
  private final double[] qualities = new double[VACANCIES];
  private final Profile[] applicants = new Profile[APPLICANTS];
  private final Profile[] vacancies = new Profile[VACANCIES];

  JobMarket(long seed) {
    this.random = new SplittableRandom(seed);
    for (int occupation = 0; occupation < OCCUPATIONS; occupation++) {
      skillsOf[occupation] = some(SKILLS_OF_OCCUPATION, SKILLS);
      for (int other = 0; other < OCCUPATIONS; other++) {
        near[occupation][other] = other != occupation && random.nextDouble() < NEAR;
      }
    }
    for (int company = 0; company < COMPANIES; company++) {
      companies[company] = 0.7 * random.nextGaussian();
    }
    for (int applicant = 0; applicant < APPLICANTS; applicant++) {
      applicants[applicant] = profile();
    }
    for (int vacancy = 0; vacancy < VACANCIES; vacancy++) {
      vacancies[vacancy] = profile();
      qualities[vacancy] = 0.5 * random.nextGaussian();
    }
  }

  /** The first are more frequent than the last. */
  private int skewed(int count) {
    double uniform = random.nextDouble();
    return (int) (count * uniform * Math.sqrt(uniform));
  }

  private Profile profile() {
    int occupation = skewed(OCCUPATIONS);
    int[] known = skillsOf[occupation];
    IntStream ofOccupation =
        IntStream.of(some(SKILLS_ASKED - 1, SKILLS_OF_OCCUPATION)).map(i -> known[i]);
    List<Integer> skills =
        IntStream.concat(ofOccupation, IntStream.of(random.nextInt(SKILLS)))
            .distinct()
            .boxed()
            .toList();
    int company = skewed(COMPANIES);
    return new Profile(occupation, skewed(CITIES), random.nextInt(LEVELS), skills, company);
  }

  private int[] some(int count, int of) {
    return random.ints(0, of).distinct().limit(count).toArray();
  }

  Profile applicant(int applicant) {
    return applicants[applicant];
  }

  Profile vacancy(int vacancy) {
    return vacancies[vacancy];
  }

  /** What a vacancy is worth to an applicant. */
  double utility(int applicant, int vacancy) {
    Profile one = applicants[applicant];
    Profile other = vacancies[vacancy];
    long shared = one.skills().stream().filter(other.skills()::contains).count();
    return (one.occupation() == other.occupation() ? 2.2 : 0)
        + (near[one.occupation()][other.occupation()] ? 0.9 : 0)
        + (one.city() == other.city() ? 1.3 : 0)
        + (one.level() == other.level() ? 0.6 : 0)
        + 0.55 * shared
        + companies[other.company()]
        + qualities[vacancy];
  }

  /**
   * Vacancies that an applicant looks at, of those from one number to another: a sample without
   * repetition by the softmax of the utility, the greatest of which chance has been added to
   * (Gumbel's; Kool et al., ICML 2019, arXiv:1903.06059).
   */
  int[] views(int applicant, int count, int from, int to) {
    record Seen(int vacancy, double key) {}
    Stream<Seen> all =
        IntStream.range(from, to)
            .mapToObj(vacancy -> new Seen(vacancy, utility(applicant, vacancy) + gumbel()));
    return all.sorted(Comparator.comparingDouble(Seen::key).reversed())
        .limit(count)
        .mapToInt(Seen::vacancy)
        .toArray();
  }

  private double gumbel() {
    return -Math.log(-Math.log(random.nextDouble(Double.MIN_NORMAL, 1)));
  }

  /**
   * How many vacancies an applicant has looked at: 5 at least, 23 in the mean, few of them many.
   */
  int viewCount() {
    return 5 + (int) (-18 * Math.log(1 - random.nextDouble()));
  }
}
