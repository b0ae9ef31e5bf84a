/**
 * The inner and the outer loop of the meta-learner as a tensor program: {@link
 * org.metarec.tensor.meta.TensorMetaStep} learns the prior by it, {@link
 * org.metarec.tensor.meta.BatchAdapter} adapts many users by the same.
 */
package org.metarec.tensor.meta;
