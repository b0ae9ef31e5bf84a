package org.metarec.graph.discovery;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.metarec.graph.SchemaConfig;
import org.metarec.graph.SchemaRole;
import org.metarec.graph.SchemaRow;
import org.metarec.testing.EmptyDatabase;

/** A shop that keeps orders as nodes, between customers and products. */
class OrdersBetweenIT {
  private static final String ORDERS =
      """
      UNWIND range(0, 3) AS p CREATE (:Product {id: p})
      WITH count(*) AS all UNWIND range(0, 29) AS o MERGE (customer:Customer {id: o % 5})
      WITH o, customer MATCH (product:Product {id: o % 4})
      CREATE (customer)-[:PURCHASED]->(:Order {id: o, date: date()})-[:ORDERS]->(product)
      """;

  private static final String BOUGHT =
      """
      MATCH (customer:Customer)-[:PURCHASED]->(order:Order)-[:ORDERS]->(product:Product)
      WITH customer, product, max(order.date) AS at
      MERGE (customer)-[bought:BOUGHT]->(product) SET bought.at = at
      """;

  @RegisterExtension static final EmptyDatabase DATABASE = new EmptyDatabase();

  private static final Discovered DISCOVERED = new Discovered(DATABASE);

  private static SchemaRow items() {
    return DISCOVERED.by(SchemaConfig.NONE).rows().stream()
        .filter(row -> row.role() == SchemaRole.ITEM)
        .findFirst()
        .orElseThrow();
  }

  @Test
  void ordersAreNoItemsOfWhichTwoCustomersWantOne() {
    DATABASE.run(ORDERS);

    assertThat(items().name()).contains("Order");
    assertThat(items().detail())
        .contains("; no two of them lead to one Order: if it stands between");
  }

  @Test
  void onceCustomersAreJoinedWithProductsTheseAreTheItems() {
    DATABASE.run(ORDERS, BOUGHT);

    assertThat(items().name()).contains("Product");
    assertThat(items().detail()).isEqualTo("most frequent label at the end of BOUGHT");
    assertThat(DISCOVERED.by(SchemaConfig.NONE).relationshipTypes()).containsExactly("ORDERS");
  }
}
