package org.metarec.graph.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.metarec.graph.GraphSchema;
import org.metarec.graph.SchemaConfig;
import org.metarec.graph.SchemaRole;
import org.metarec.graph.discovery.SchemaDiscovery;
import org.metarec.testing.EmptyDatabase;
import org.metarec.triple.Progress;

class GraphCountsIT {
  @RegisterExtension static final EmptyDatabase DATABASE = new EmptyDatabase();

  @Test
  void interactionsAreCountedAsTrainingCountsThem() {
    DATABASE.run(
        """
        CREATE (eva:User {name: 'Eva'}), (max:User {name: 'Max'}), (bot:User:Item {name: 'bot'}),
          (a:Item {name: 'a'}), (c:Place {name: 'c'}),
          (eva)-[:CLICKED]->(a), (eva)-[:CLICKED]->(a), (eva)-[:CLICKED]->(bot),
          (max)-[:CLICKED]->(a), (bot)-[:CLICKED]->(a), (max)-[:CLICKED]->(c), (:Club:User {name: 'idle'})
        """);

    DATABASE.inspect(
        tx -> {
          GraphSchema schema = SchemaDiscovery.of(tx, SchemaConfig.NONE, Progress.NONE);
          GraphCounts counts = GraphCounts.of(tx, schema, Progress.NONE);
          TrainingGraph training = GraphReader.read(tx, schema, Progress.NONE);
          assertThat(counts.interactionCount()).isEqualTo(training.interactions().size());
          assertThat(counts.interactionCount()).as("Eva 2, Max 1").isEqualTo(3);
          assertThat(counts.repeatedCount()).as("Eva's second of a").isEqualTo(1);
          assertThat(counts.itemCount()).isEqualTo(training.vocabulary().itemCount());
          assertThat(counts.activeUserCount()).as("Eva and Max; the bot is an item").isEqualTo(2);
          assertThat(schema.count(SchemaRole.USER)).as("all with the label").isEqualTo(4);
        });
  }

  @Test
  void eachElementOfAListIsAFeature() {
    DATABASE.run(
        """
        CREATE (eva:User {name: 'Eva'}), (a:Item {name: 'a', tags: ['new', 'red', 'red']}),
          (:Item {name: 'b', tags: ['new', 'blue'], made: 'here'}), (:Item {name: 'c'}),
          (eva)-[:CLICKED]->(a)
        """);

    DATABASE.inspect(
        tx -> {
          SchemaConfig given =
              new SchemaConfig(Map.of(SchemaRole.ITEM_FEATURE, List.of("tags", "made")));
          GraphSchema schema = SchemaDiscovery.of(tx, given, Progress.NONE);
          GraphCounts counts = GraphCounts.of(tx, schema, Progress.NONE);
          TrainingGraph training = GraphReader.read(tx, schema, Progress.NONE);
          assertThat(counts.tripleCount()).isEqualTo(training.triples().size());
          assertThat(counts.entityCount()).isEqualTo(training.triples().entityCount());
          assertThat(counts.valueCount()).as("new, red, blue, here").isEqualTo(4);
          assertThat(counts.tripleCount()).as("2 of a, 3 of b, a click").isEqualTo(6);
        });
  }
}
