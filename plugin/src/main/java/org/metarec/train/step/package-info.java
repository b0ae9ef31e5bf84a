/**
 * One step of training, whatever computes it: the batch that goes in, the tables that it moves, and
 * the clusters that relations are drawn to. The processor's step is in {@code train.processor}, the
 * one of a GPU in {@code tensor.rotate}.
 */
package org.metarec.train.step;
