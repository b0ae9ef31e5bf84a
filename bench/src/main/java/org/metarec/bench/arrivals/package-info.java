/** A generated shop where books arrive, and what becomes of those that have just come. */
package org.metarec.bench.arrivals;
