/** Fitting RotatE: loss, sampler, the processor's kernel. */
package org.metarec.train;
