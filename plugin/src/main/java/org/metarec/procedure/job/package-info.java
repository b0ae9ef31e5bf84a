/**
 * Long calls while they run: one at a time for a model, watched, and stopped with their
 * transaction.
 */
package org.metarec.procedure.job;
