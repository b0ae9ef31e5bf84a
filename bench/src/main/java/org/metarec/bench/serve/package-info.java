/**
 * What requests cost, beside what a user of Neo4j would write without metarec, and while the graph
 * changes.
 */
package org.metarec.bench.serve;
