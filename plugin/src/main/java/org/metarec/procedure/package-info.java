/** The shell: procedures, config maps, result rows and the extension that starts with Neo4j. */
package org.metarec.procedure;
