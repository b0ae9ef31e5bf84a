package org.metarec.graph.discovery;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
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

  private static final String JOIN =
      "MATCH (user:Customer)-[:PURCHASED]->(:Order)-[:ORDERS]->(item:Product)"
          + " MERGE (user)-[:INTERACTED]->(item)";

  private static final String BOUGHT =
      """
      MATCH (customer:Customer)-[:PURCHASED]->(order:Order)-[:ORDERS]->(product:Product)
      WITH customer, product, max(order.date) AS at
      MERGE (customer)-[bought:BOUGHT]->(product) SET bought.at = at
      """;

  @RegisterExtension static final EmptyDatabase DATABASE = new EmptyDatabase();

  private static final Discovered DISCOVERED = new Discovered(DATABASE);

  private static SchemaRow row(SchemaConfig config, SchemaRole role) {
    return DISCOVERED.by(config).rows().stream()
        .filter(row -> row.role() == role)
        .findFirst()
        .orElseThrow();
  }

  private static String relation(String type) {
    return DISCOVERED.by(SchemaConfig.NONE).rows().stream()
        .filter(row -> row.name().equals(Optional.of(type)))
        .findFirst()
        .orElseThrow()
        .detail();
  }

  private static String detail(SchemaRole role) {
    return row(SchemaConfig.NONE, role).detail();
  }

  /** One order of thirty is shared, as in real data. */
  @Test
  void ordersAreNoItemsOfWhichTwoCustomersWantOne() {
    DATABASE.run(
        ORDERS,
        "MATCH (order:Order {id: 0}), (other:Customer {id: 3}) CREATE (other)-[:PURCHASED]->(order)");

    assertThat(row(SchemaConfig.NONE, SchemaRole.ITEM).name()).contains("Order");
    assertThat(detail(SchemaRole.ITEM))
        .contains("; nearly every Order is at the end of one of them alone: if it stands between");
    assertThat(detail(SchemaRole.ITEM)).contains("name it in interactionTypes: " + JOIN);
    assertThat(detail(SchemaRole.USER)).doesNotContain("stands between");
  }

  @Test
  void ordersAreNoUsersEither() {
    DATABASE.run(ORDERS);
    SchemaConfig given = new SchemaConfig(Map.of(SchemaRole.INTERACTION, List.of("ORDERS")));

    assertThat(row(given, SchemaRole.USER).name()).contains("Order");
    assertThat(row(given, SchemaRole.USER).detail())
        .contains("; nearly every Order is at the start of one of them alone")
        .endsWith("name it in interactionTypes: " + JOIN);
  }

  /** As of graphs in which a customer is a person, too. */
  @Test
  void anotherLabelOfCustomersIsNotWhatTheyWant() {
    DATABASE.run(
        ORDERS,
        "MATCH (customer:Customer) SET customer:Person",
        "MATCH (order:Order {id: 1}) SET order:Product",
        "MATCH (order:Order {id: 2}) SET order:Archived");
    SchemaConfig given = new SchemaConfig(Map.of(SchemaRole.USER, List.of("Customer")));

    assertThat(row(given, SchemaRole.ITEM).detail()).contains("in interactionTypes: " + JOIN);
  }

  @Test
  void nodesWithoutALabelAreNoStep() {
    DATABASE.run("UNWIND range(1, 30) AS i CREATE ()-[:ORDERS]->(:Product)");
    SchemaConfig given = new SchemaConfig(Map.of(SchemaRole.INTERACTION, List.of("ORDERS")));

    assertThat(DISCOVERED.problems(given))
        .singleElement()
        .asString()
        .contains("ORDERS must lead from users to items", "mostly from nodes without a label");
  }

  @Test
  void whoWantsNoInteractionsIsToldOfNoStep() {
    DATABASE.run(ORDERS);
    SchemaConfig none =
        new SchemaConfig(
            Map.of(
                SchemaRole.INTERACTION, List.of(),
                SchemaRole.USER, List.of("Customer"),
                SchemaRole.ITEM, List.of("Product")));

    assertThat(row(none, SchemaRole.ITEM).detail()).doesNotContain("MATCH");
  }

  /** More customers than shippers, so that these are not taken for the users. */
  @Test
  void whatElseOrdersLeadToAreNoUsers() {
    DATABASE.run(
        ORDERS,
        "CREATE (shipper:Shipper) WITH shipper MATCH (order:Order) CREATE (shipper)-[:AN]->(order)");
    SchemaConfig given = new SchemaConfig(Map.of(SchemaRole.INTERACTION, List.of("ORDERS")));

    assertThat(row(given, SchemaRole.USER).detail()).endsWith(JOIN);
  }

  @Test
  void whoNamesCustomersAndProductsIsToldHowToJoinThem() {
    DATABASE.run(ORDERS);
    SchemaConfig both =
        new SchemaConfig(
            Map.of(SchemaRole.USER, List.of("Customer"), SchemaRole.ITEM, List.of("Product")));

    assertThat(DISCOVERED.problems(both))
        .singleElement()
        .asString()
        .contains("PURCHASED must lead from users to items", "not to Product as given")
        .endsWith("; or join them by a type of their own, and name that: " + JOIN);

    DATABASE.run(
        """
        MATCH (customer:Customer)-[old:PURCHASED]->(order)-[line:ORDERS]->(product) DELETE old, line
        CREATE (customer)-[:`Placed it`]->(order), (product)-[:PART_OF]->(order)
        """);
    assertThat(row(both, SchemaRole.ITEM).detail())
        .as("no type is taken for interactions")
        .endsWith(
            "join users with them, and name that in interactionTypes: MATCH (user:Customer)-[:`Placed it`]->(:Order)"
                + "<-[:PART_OF]-(item:Product) MERGE (user)-[:INTERACTED]->(item)");
  }

  @Test
  void whatIsSuggestedMakesThemTheItems() {
    DATABASE.run(ORDERS, JOIN);
    SchemaConfig given = new SchemaConfig(Map.of(SchemaRole.INTERACTION, List.of("INTERACTED")));

    assertThat(row(given, SchemaRole.USER).name()).contains("Customer");
    assertThat(row(given, SchemaRole.ITEM).name()).contains("Product");
  }

  @Test
  void onceCustomersAreJoinedWithProductsTheseAreTheItems() {
    DATABASE.run(ORDERS, BOUGHT);

    assertThat(row(SchemaConfig.NONE, SchemaRole.ITEM).name()).contains("Product");
    assertThat(detail(SchemaRole.ITEM)).isEqualTo("most frequent label at the end of BOUGHT");
    assertThat(detail(SchemaRole.USER))
        .as("orders are no features of customers")
        .doesNotContain("PURCHASED");
    assertThat(DISCOVERED.by(SchemaConfig.NONE).relationshipTypes()).containsExactly("ORDERS");
    assertThat(detail(SchemaRole.RELATION)).contains("has one item alone");
  }

  /** An order of several products is no attribute that they share, as a brand is. */
  @Test
  void whatOneUserDidIsToldFromWhatItemsHave() {
    DATABASE.run(
        ORDERS,
        BOUGHT,
        """
        MATCH (order:Order), (product:Product {id: (order.id + 1) % 4})
        CREATE (order)-[:ORDERS]->(product)
        WITH DISTINCT product UNWIND range(0, 29) AS t MERGE (tag:Tag {id: t})
        CREATE (product)-[:OF]->(tag)
        """,
        "MATCH (order:Order {id: 0}), (other:Customer {id: 3}) CREATE (other)-[:PURCHASED]->(order)");

    assertThat(DISCOVERED.by(SchemaConfig.NONE).relationshipTypes())
        .containsExactly("OF", "ORDERS");
    assertThat(relation("ORDERS"))
        .contains(
            "mostly Order; nearly every one of these is linked with one user alone: if it is what"
                + " that user did, as an order is, leave it out, name all others in relationshipTypes");
    assertThat(relation("OF")).doesNotContain("leave it out");
  }
}
