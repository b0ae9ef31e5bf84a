package org.metarec.bench.coldstart.folder;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A folder without tests. Every other of 160 items is of 1990, the rest of 1995. Each user rates
 * the 80 items from an item of their own on: neighbours rate alike. One name needs quotes.
 */
public final class DatedFolder {
  static final int USERS = 40;
  private static final int ITEMS = 160;

  private DatedFolder() {}

  public static void write(Path folder) throws IOException {
    List<String> items = new ArrayList<>(List.of("item,year"));
    for (int item = 0; item < ITEMS; item++) {
      items.add(name(item) + (item % 2 == 0 ? ",1990" : ",1995"));
    }
    List<String> users = new ArrayList<>(List.of("user"));
    List<String> ratings = new ArrayList<>(List.of("user,item,rating"));
    for (int user = 0; user < USERS; user++) {
      users.add("u" + user);
      for (int i = 0; i < ITEMS / 2; i++) {
        ratings.add("u%d,%s,%d".formatted(user, name((user + i) % ITEMS), 1 + i % 5));
      }
    }
    Files.write(folder.resolve("items.csv"), items);
    Files.write(folder.resolve("users.csv"), users);
    Files.write(folder.resolve("train_ratings.csv"), ratings);
  }

  private static String name(int item) {
    return item == 4 ? "\"i4, the \"\"second\"\"\"" : "i" + item;
  }
}
