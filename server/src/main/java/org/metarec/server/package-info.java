/**
 * The quickstart: Neo4j Community in a process of its own with the plugin in its plugins folder,
 * and the conversation with it over Bolt that loads, trains and recommends. Knows the demo graph,
 * knows no model.
 */
package org.metarec.server;
