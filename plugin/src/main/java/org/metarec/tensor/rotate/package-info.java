/**
 * The step of RotatE training as a tensor program: the tables on the device, distances and
 * gradients of a batch in stretches, Adam on the rows. Only {@link
 * org.metarec.tensor.rotate.TensorRotatEStep} is for others.
 */
package org.metarec.tensor.rotate;
