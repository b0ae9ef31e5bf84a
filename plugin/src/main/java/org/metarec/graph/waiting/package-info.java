/** Waiting for others, so that whoever waits can be ended. */
package org.metarec.graph.waiting;
