package org.metarec.bench.coldstart;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/**
 * A folder of books, rated 1 to 10 by readers who like every fourth author. The last twenty books
 * are new, the last ten readers too. There are no negatives.
 */
final class TinyFolder {
  /** A config that trains in a second. */
  static final Map<String, Object> FAST_TRAINING =
      Map.of("embeddingDimension", 8L, "epochs", 2L, "metaEpochs", 1L, "concurrency", 1L);

  private static final int KNOWN_READERS = 30;
  private static final int READERS = 40;
  private static final int KNOWN_BOOKS = 40;
  private static final int BOOKS = 60;
  private static final int HELD_BACK = 4;

  private final Path folder;
  private final SplittableRandom random = new SplittableRandom(5);

  private TinyFolder(Path folder) {
    this.folder = folder;
  }

  static void write(Path folder) throws IOException {
    new TinyFolder(folder).write();
  }

  private void write() throws IOException {
    lines("items.csv", "isbn,title,year,language,shelf", BOOKS, TinyFolder::book);
    lines(
        "users.csv",
        "reader,country,member",
        READERS,
        i -> "r%d,c%d,%s".formatted(i, i % 3, i % 2 == 0));
    lines(
        "item_author.csv", "isbn,name", BOOKS, i -> "b%d,\"Author, the %dth\"".formatted(i, i % 8));
    lines("item_publisher.csv", "isbn,name", BOOKS, i -> "b%d,Publisher %d".formatted(i, i % 5));
    List<String> train = ratings(0, KNOWN_READERS, 0, KNOWN_BOOKS, 12);
    Files.write(folder.resolve("train_ratings.csv"), train);
    split("uc", ratings(KNOWN_READERS, READERS, 0, KNOWN_BOOKS, 9));
    split("ic", ratings(0, KNOWN_READERS, KNOWN_BOOKS, BOOKS, 7));
  }

  private static String book(int i) {
    return "b%d,\"Book \"\"%d\"\"\",%d,%s,%d"
        .formatted(i, i, 1980 + i, List.of("en", "de", "").get(i % 3), i % 6);
  }

  private void lines(String file, String header, int count, IntFunction<String> line)
      throws IOException {
    List<String> lines = new ArrayList<>(List.of(header));
    IntStream.range(0, count).mapToObj(line).forEach(lines::add);
    Files.write(folder.resolve(file), lines);
  }

  /** A header, then as many books for each reader, drawn without order. */
  private List<String> ratings(int firstUser, int endUser, int firstItem, int endItem, int each) {
    List<String> lines = new ArrayList<>(List.of("reader,isbn,stars"));
    for (int user = firstUser; user < endUser; user++) {
      List<Integer> books = new ArrayList<>(IntStream.range(firstItem, endItem).boxed().toList());
      for (int i = 0; i < each; i++) {
        int book = books.remove(random.nextInt(books.size()));
        int rating = (book % 8) % 4 == user % 4 ? 8 + random.nextInt(3) : 1 + random.nextInt(9);
        lines.add("r%d,b%d,%d".formatted(user, book, rating));
      }
    }
    return lines;
  }

  /** The last books of each reader are asked for. */
  private void split(String scenario, List<String> ratings) throws IOException {
    List<String> support = new ArrayList<>(ratings.subList(0, 1));
    List<String> query = new ArrayList<>(support);
    for (int i = 1; i < ratings.size(); i++) {
      int ahead = Math.min(i + HELD_BACK, ratings.size());
      boolean isLast =
          ahead == ratings.size() || !user(ratings.get(ahead)).equals(user(ratings.get(i)));
      (isLast ? query : support).add(ratings.get(i));
    }
    Files.write(folder.resolve(scenario + "_support.csv"), support);
    Files.write(folder.resolve(scenario + "_query.csv"), query);
  }

  private static String user(String line) {
    return line.substring(0, line.indexOf(','));
  }
}
