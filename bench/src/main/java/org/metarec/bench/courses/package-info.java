/** A generated directory of courses that require each other: relations that have a direction. */
package org.metarec.bench.courses;
