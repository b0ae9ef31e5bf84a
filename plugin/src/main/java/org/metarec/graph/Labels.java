package org.metarec.graph;

import java.util.List;
import java.util.stream.StreamSupport;
import org.neo4j.graphdb.Label;
import org.neo4j.graphdb.Node;

/** The labels of nodes as sorted names. */
public final class Labels {

  private Labels() {}

  public static List<String> of(Node node) {
    return StreamSupport.stream(node.getLabels().spliterator(), false)
        .map(Label::name)
        .sorted()
        .toList();
  }
}
