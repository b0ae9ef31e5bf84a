/**
 * The step on the processor, in plain Java: candidates in order, distances and gradients by
 * kernels, the loss, and Adam on the rows. Only {@link
 * org.metarec.train.processor.ProcessorRotatEStep} is for others.
 */
package org.metarec.train.processor;
