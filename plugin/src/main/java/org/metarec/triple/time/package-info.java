/** When items appeared and when users interacted with them. */
package org.metarec.triple.time;
