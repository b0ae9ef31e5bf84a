/**
 * The cold-start benchmark: a folder of ratings, a graph, new users one by one. The folder and its
 * graph are in {@code coldstart.folder}; here recommendations are asked for and judged. So are
 * those from the demo graph, of which the last clicks are held back.
 */
package org.metarec.bench.coldstart;
