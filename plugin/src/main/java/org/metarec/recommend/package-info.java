/** Candidates, scores, top-k and explanations. */
package org.metarec.recommend;
