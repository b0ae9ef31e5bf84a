/**
 * RotatE's step: the kernels of the processor beside an automatic gradient and other ways to go
 * about it.
 */
package org.metarec.bench.kernel;
