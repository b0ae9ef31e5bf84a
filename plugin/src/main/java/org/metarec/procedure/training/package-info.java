/**
 * Training a model: its settings, what it would learn from and take of memory, and the training.
 */
package org.metarec.procedure.training;
