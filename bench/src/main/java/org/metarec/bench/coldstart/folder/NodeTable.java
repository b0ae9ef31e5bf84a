package org.metarec.bench.coldstart.folder;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.neo4j.graphdb.Node;

/**
 * Nodes of one label as a file has them: the first column is their key, the others are properties
 * named by the header.
 */
final class NodeTable {
  private final String file;
  private final PropertyColumn key;
  private final List<PropertyColumn> properties;
  private final Map<String, List<String>> rows = new LinkedHashMap<>();

  NodeTable(String file, CsvTable table) {
    this.file = file;
    this.key = PropertyColumn.of(table, 0);
    this.properties =
        IntStream.range(1, table.header().size())
            .mapToObj(column -> PropertyColumn.of(table, column))
            .toList();
    table.rows().forEach(row -> rows.put(row.get(0), row));
  }

  String keyName() {
    return key.name();
  }

  Set<String> keys() {
    return rows.keySet();
  }

  void setKey(Node node, String name) {
    key.value(row(name)).ifPresent(value -> node.setProperty(key.name(), value));
  }

  /** Sets all but the key. */
  void setProperties(Node node, String name) {
    List<String> row = row(name);
    for (PropertyColumn property : properties) {
      property.value(row).ifPresent(value -> node.setProperty(property.name(), value));
    }
  }

  private List<String> row(String name) {
    List<String> row = rows.get(name);
    if (row == null) {
      throw new IllegalArgumentException(
          "'%s' has interactions or relations, but no row in %s".formatted(name, file));
    }
    return row;
  }
}
