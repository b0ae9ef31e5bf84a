/** Nodes and relationships by their ids, keys and features, and the transactions that read them. */
package org.metarec.graph.node;
