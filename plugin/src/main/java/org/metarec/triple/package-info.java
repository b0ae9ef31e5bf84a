/** The graph as dense ids: triples and the vocabulary that leads back to nodes. */
package org.metarec.triple;
