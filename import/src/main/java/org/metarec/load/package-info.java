/**
 * The demo graph: real films, simulated clicks, the check that CSV files pass before they are
 * loaded, and the Cypher scripts that load them.
 *
 * <p>The module depends on nothing in the plugin: the plugin knows no films.
 */
package org.metarec.load;
