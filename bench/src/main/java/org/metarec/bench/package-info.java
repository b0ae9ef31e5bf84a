/** Experiments, each one command; what they found stands in docs/experiments. */
package org.metarec.bench;
