/** How good scores and ratings are, where nothing but an experiment asks. */
package org.metarec.bench.eval;
