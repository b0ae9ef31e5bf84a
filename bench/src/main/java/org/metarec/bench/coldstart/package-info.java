/** The cold-start benchmark: a folder of ratings, a graph, new users one by one. */
package org.metarec.bench.coldstart;
