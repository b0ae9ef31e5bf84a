/** Ranking metrics and protocols. */
package org.metarec.eval;
