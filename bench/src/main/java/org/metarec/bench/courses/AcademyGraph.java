package org.metarec.bench.courses;

import java.time.LocalDateTime;
import java.util.List;
import org.metarec.bench.experiment.GraphWriter;
import org.neo4j.graphdb.GraphDatabaseService;
import org.neo4j.graphdb.Label;
import org.neo4j.graphdb.Node;
import org.neo4j.graphdb.RelationshipType;
import org.neo4j.graphdb.Transaction;

/** An academy in a database: courses with a topic, what they require, and who enrolled when. */
final class AcademyGraph {
  private static final LocalDateTime OPENED = LocalDateTime.parse("2024-01-01T00:00:00");
  private static final Label COURSE = Label.label("Course");
  private static final Label LEARNER = Label.label("Learner");
  private static final Label TOPIC = Label.label("Topic");
  static final RelationshipType ENROLLED = RelationshipType.withName("ENROLLED");
  private static final RelationshipType REQUIRES = RelationshipType.withName("REQUIRES");
  private static final RelationshipType ABOUT = RelationshipType.withName("ABOUT");

  private final Academy academy;
  private final GraphWriter writer;
  private final String[] topics;
  private final String[] courses = new String[Academy.COURSES];

  /** Writes all but the new courses, and what learners took before the last. */
  AcademyGraph(GraphDatabaseService database, Academy academy) {
    this.academy = academy;
    this.writer = new GraphWriter(database);
    List.of(COURSE, LEARNER, TOPIC).forEach(label -> writer.constrain(label, "id"));
    this.topics = writer.create(TOPIC, Academy.TOPICS, (node, i) -> node.setProperty("id", i));
    writer.forEach(Academy.FIRST_NEW, GraphWriter.BATCH, this::open);
    writer.forEach(Academy.FIRST_NEW, GraphWriter.BATCH, this::require);
    writer.forEach(Academy.LEARNERS, 1000, this::enrol);
  }

  /** Writes the new courses. */
  void openNew() {
    int count = Academy.COURSES - Academy.FIRST_NEW;
    writer.forEach(count, GraphWriter.BATCH, (tx, i) -> open(tx, Academy.FIRST_NEW + i));
    writer.forEach(count, GraphWriter.BATCH, (tx, i) -> require(tx, Academy.FIRST_NEW + i));
  }

  private void open(Transaction tx, int course) {
    Node node = tx.createNode(COURSE);
    node.setProperty("id", course);
    courses[course] = node.getElementId();
    node.createRelationshipTo(tx.getNodeByElementId(topics[academy.topic(course)]), ABOUT);
  }

  private void require(Transaction tx, int course) {
    Node node = tx.getNodeByElementId(courses[course]);
    academy
        .required(course)
        .forEach(
            other -> node.createRelationshipTo(tx.getNodeByElementId(courses[other]), REQUIRES));
  }

  /** Learners come one after another, and take a course each month. */
  private void enrol(Transaction tx, int learner) {
    Node node = tx.createNode(LEARNER);
    node.setProperty("id", learner);
    LocalDateTime at = OPENED.plusHours(learner);
    for (int course : academy.before(learner)) {
      node.createRelationshipTo(tx.getNodeByElementId(courses[course]), ENROLLED)
          .setProperty("at", at);
      at = at.plusDays(30);
    }
  }
}
