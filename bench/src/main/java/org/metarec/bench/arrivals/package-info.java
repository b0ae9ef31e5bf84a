/** What becomes of items that have just arrived. */
package org.metarec.bench.arrivals;
