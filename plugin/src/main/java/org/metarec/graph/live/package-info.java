/** Models in memory, as the graph is now: what every answer is computed from. */
package org.metarec.graph.live;
