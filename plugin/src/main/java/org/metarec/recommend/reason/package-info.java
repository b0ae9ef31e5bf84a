/** Why an item is recommended: the parts of its score, and the ways that lead to it. */
package org.metarec.recommend.reason;
