/** From nodes and relationships to columns, and from columns to what training takes. */
package org.metarec.graph.reading;
