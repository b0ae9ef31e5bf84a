/** What users interacted with, in the terms of a model in memory. */
package org.metarec.graph.live.user;
