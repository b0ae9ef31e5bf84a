/** Waiting for what others do too, so that whoever waits can be ended. */
package org.metarec.graph.live.waiting;
