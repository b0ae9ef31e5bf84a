package org.metarec.bench.scale;

import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
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
  private static final int BATCH = 50_000;
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
    SplittableRandom random = new SplittableRandom(seed);
    String[] works = nodes(database, WORK, works());
    String[] people = nodes(database, PERSON, people());
    for (int type = 0; type < TYPES; type++) {
      RelationshipType relation = RelationshipType.withName("RELATION_" + type);
      relate(database, works, people, relation, relationships / TYPES, random);
    }
    if (visits > 0) {
      relate(database, nodes(database, VISITOR, visitors()), works, VIEWED, visits, random);
    }
  }

  /** Makes {@code id} the key of all labels; no work where it is already. */
  void constrain(GraphDatabaseService database) {
    for (String label : List.of("Work", "Person", "Visitor")) {
      database.executeTransactionally(
          "CREATE CONSTRAINT IF NOT EXISTS FOR (n:%s) REQUIRE n.id IS UNIQUE".formatted(label));
    }
    try (Transaction tx = database.beginTx()) {
      tx.schema().awaitIndexesOnline(10, TimeUnit.MINUTES);
    }
  }

  private static String[] nodes(GraphDatabaseService database, Label label, int count) {
    String[] ids = new String[count];
    for (int from = 0; from < count; from += BATCH) {
      try (Transaction tx = database.beginTx()) {
        for (int i = from; i < Math.min(count, from + BATCH); i++) {
          Node node = tx.createNode(label);
          node.setProperty("id", label.name() + i);
          ids[i] = node.getElementId();
        }
        tx.commit();
      }
    }
    return ids;
  }

  private static void relate(
      GraphDatabaseService database,
      String[] starts,
      String[] ends,
      RelationshipType type,
      int count,
      SplittableRandom random) {
    for (int from = 0; from < count; from += BATCH) {
      try (Transaction tx = database.beginTx()) {
        for (int i = from; i < Math.min(count, from + BATCH); i++) {
          Node start = tx.getNodeByElementId(starts[random.nextInt(starts.length)]);
          start.createRelationshipTo(
              tx.getNodeByElementId(ends[random.nextInt(ends.length)]), type);
        }
        tx.commit();
      }
    }
    System.err.printf("%d relationships %s%n", count, type.name());
  }
}
