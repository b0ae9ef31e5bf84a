/**
 * A model with its items: a base, read once, and an overlay of what came, changed or went since.
 */
package org.metarec.graph.live.model;
