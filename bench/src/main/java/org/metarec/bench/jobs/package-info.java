/** A generated job board, on which a user's profile says nearly all. */
package org.metarec.bench.jobs;
