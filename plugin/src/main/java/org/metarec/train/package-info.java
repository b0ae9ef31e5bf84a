/** Fitting RotatE: loss, batches and the processor's kernel. */
package org.metarec.train;
