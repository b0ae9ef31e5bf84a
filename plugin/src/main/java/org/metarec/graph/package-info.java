/** Neo4j in and out: nodes and relationships to arrays, models to properties. */
package org.metarec.graph;
