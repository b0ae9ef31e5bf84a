/**
 * Fitting RotatE to a graph: the course of a training. It goes over the triples in batches, ranks
 * those that are held back, and keeps the best epoch. The settings are in {@code config}, what one
 * batch does in {@code step} and {@code processor}.
 */
package org.metarec.train;
