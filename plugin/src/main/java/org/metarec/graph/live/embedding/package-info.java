/** The embeddings of all nodes in memory, and those of nodes that have none of their own. */
package org.metarec.graph.live.embedding;
