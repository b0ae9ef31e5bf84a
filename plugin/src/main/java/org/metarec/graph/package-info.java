/**
 * Neo4j in and out: nodes and relationships to arrays, models to properties.
 *
 * <p>What all of the room needs lies here: which names of the graph play which role ({@link
 * org.metarec.graph.GraphSchema}), and in {@code node} by what nodes are told apart ({@link
 * org.metarec.graph.node.NodeKey}), in {@code waiting} how calls wait that may be ended. The other
 * packages follow a model's life: {@code discovery} finds the roles, {@code reading} turns nodes
 * and relationships into a {@link org.metarec.graph.reading.TrainingGraph}, {@code store} writes
 * the trained model to nodes and reads it back, {@code live} keeps it in memory and up to date. To
 * follow a training begin with {@link org.metarec.graph.reading.GraphReader} and {@link
 * org.metarec.graph.store.ModelStore}, to follow an answer with {@link
 * org.metarec.graph.live.ModelCatalog}.
 */
package org.metarec.graph;
