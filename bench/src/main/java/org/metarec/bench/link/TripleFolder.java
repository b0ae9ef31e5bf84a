package org.metarec.bench.link;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.metarec.triple.KnownTriples;
import org.metarec.triple.TripleSplit;
import org.metarec.triple.Triples;

/**
 * A benchmark as folders of triples hold it: {@code train.txt}, {@code valid.txt} and {@code
 * test.txt}, each line a head, a relation and a tail with tabs between them. Ids follow the order
 * of names.
 */
record TripleFolder(Triples train, Triples valid, Triples test) {
  static final List<String> FILES = List.of("train.txt", "valid.txt", "test.txt");

  static TripleFolder read(Path folder) throws IOException {
    List<List<String[]>> files = new ArrayList<>();
    TreeSet<String> entities = new TreeSet<>();
    TreeSet<String> relations = new TreeSet<>();
    for (String name : FILES) {
      List<String[]> lines = lines(folder.resolve(name));
      for (String[] line : lines) {
        entities.add(line[0]);
        relations.add(line[1]);
        entities.add(line[2]);
      }
      files.add(lines);
    }
    Map<String, Integer> entityIds = ids(entities);
    Map<String, Integer> relationIds = ids(relations);
    return new TripleFolder(
        triples(files.get(0), entityIds, relationIds),
        triples(files.get(1), entityIds, relationIds),
        triples(files.get(2), entityIds, relationIds));
  }

  /** Head, relation and tail of each line. */
  static List<String[]> lines(Path file) throws IOException {
    List<String[]> lines = new ArrayList<>();
    int number = 0;
    for (String line : Files.readAllLines(file)) {
      number++;
      String[] parts = line.split("\t");
      if (parts.length == 3) {
        lines.add(parts);
      } else if (!line.isBlank()) {
        throw new IOException(
            "%s, line %d: %d columns; expected head, relation and tail with tabs between them"
                .formatted(file, number, parts.length));
      }
    }
    return lines;
  }

  /** The places of names in their order. */
  static Map<String, Integer> ids(Collection<String> names) {
    Map<String, Integer> ids = new HashMap<>();
    names.forEach(name -> ids.put(name, ids.size()));
    return ids;
  }

  private static Triples triples(
      List<String[]> lines, Map<String, Integer> entityIds, Map<String, Integer> relationIds) {
    return new Triples(
        entityIds.size(),
        relationIds.size(),
        lines.stream().mapToInt(line -> entityIds.get(line[0])).toArray(),
        lines.stream().mapToInt(line -> relationIds.get(line[1])).toArray(),
        lines.stream().mapToInt(line -> entityIds.get(line[2])).toArray());
  }

  /** To train on the first file and stop by the second; all three are true. */
  TripleSplit split() {
    return new TripleSplit(train, valid, KnownTriples.of(train, valid, test));
  }

  /** What is true, in one. */
  Triples all() {
    return train.and(valid).and(test);
  }
}
