/** Models in the graph: properties of nodes, and one node for each model. */
package org.metarec.graph.store;
