package org.metarec.bench.scale;

import java.util.List;
import java.util.SplittableRandom;
import org.metarec.bench.experiment.GraphWriter;
import org.neo4j.graphdb.GraphDatabaseService;
import org.neo4j.graphdb.Label;
import org.neo4j.graphdb.Node;
import org.neo4j.graphdb.RelationshipType;
import org.neo4j.graphdb.Transaction;

/**
 * Fills a database with a graph without structure: works (two fifths of the nodes), people, and
 * visitors (a fifth) where there are visits. Relationships lead from works to people, uniformly, a
 * tenth of them of each type.
 *
 * @param nodes of all labels
 * @param relationships between works and people
 * @param visits from visitors to works; without any there are no visitors
 */
record LargeGraph(int nodes, int relationships, int visits) {
  private static final int TYPES = 10;
  private static final Label WORK = Label.label("Work");
  private static final Label PERSON = Label.label("Person");
  private static final Label VISITOR = Label.label("Visitor");
  private static final RelationshipType VIEWED = RelationshipType.withName("VIEWED");

  private int works() {
    return nodes * 2 / 5;
  }

  private int visitors() {
    return visits == 0 ? 0 : nodes / 5;
  }

  private int people() {
    return nodes - works() - visitors();
  }

  /** Writes nodes and relationships. */
  void fill(GraphDatabaseService database, long seed) {
    Filling filling = new Filling(new GraphWriter(database), new SplittableRandom(seed));
    String[] works = filling.nodes(WORK, works());
    String[] people = filling.nodes(PERSON, people());
    for (int type = 0; type < TYPES; type++) {
      RelationshipType relation = RelationshipType.withName("RELATION_" + type);
      filling.relate(works, people, relation, relationships / TYPES);
    }
    if (visits > 0) {
      filling.relate(filling.nodes(VISITOR, visitors()), works, VIEWED, visits);
    }
  }

  /** Makes {@code id} the key of all labels; no work where it is already. */
  void constrain(GraphDatabaseService database) {
    for (Label label : List.of(WORK, PERSON, VISITOR)) {
      new GraphWriter(database).constrain(label, "id");
    }
  }

  private record Filling(GraphWriter writer, SplittableRandom random) {

    String[] nodes(Label label, int count) {
      return writer.create(label, count, (node, i) -> node.setProperty("id", label.name() + i));
    }

    void relate(String[] starts, String[] ends, RelationshipType type, int count) {
      writer.forEach(
          count,
          GraphWriter.BATCH,
          (tx, i) -> drawn(tx, starts).createRelationshipTo(drawn(tx, ends), type));
      System.err.printf("%d relationships %s%n", count, type.name());
    }

    private Node drawn(Transaction tx, String[] ids) {
      return tx.getNodeByElementId(ids[random.nextInt(ids.length)]);
    }
  }
}
