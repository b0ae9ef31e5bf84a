/** Items as the graph has them now: read one by one, with their links and what they are given. */
package org.metarec.graph.live.item;
