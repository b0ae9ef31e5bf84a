/** Nodes and relationships by their ids, keys and features, whatever they are read for. */
package org.metarec.graph.node;
