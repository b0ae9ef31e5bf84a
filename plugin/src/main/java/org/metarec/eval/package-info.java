/** How good a model is: ranks of held-back truths, and the metrics made of them. */
package org.metarec.eval;
