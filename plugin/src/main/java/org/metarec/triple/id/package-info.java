/** Dense ids in place of those of nodes, and back. */
package org.metarec.triple.id;
