/**
 * The shell: procedures, config maps, result rows, what a training will take of memory, and the
 * extension that starts with Neo4j.
 */
package org.metarec.procedure;
