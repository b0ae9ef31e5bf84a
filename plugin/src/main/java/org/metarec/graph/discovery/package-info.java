/** Finding out which names of a graph play which role. */
package org.metarec.graph.discovery;
