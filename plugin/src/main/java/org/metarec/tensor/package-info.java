/**
 * The tensor engine (DJL with PyTorch): its start and its devices. What is computed on it is in
 * {@code tensor.rotate} and {@code tensor.meta}, which know nothing of each other.
 */
package org.metarec.tensor;
