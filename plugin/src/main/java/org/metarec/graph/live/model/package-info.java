/** A model with its items: as it was read, and with those that came, changed or went since. */
package org.metarec.graph.live.model;
