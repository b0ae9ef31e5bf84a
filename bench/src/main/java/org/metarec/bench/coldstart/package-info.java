/**
 * The cold-start benchmark: a folder of ratings, a graph, new users one by one. The folder and its
 * graph are in {@code coldstart.folder}; here recommendations are asked for and judged.
 */
package org.metarec.bench.coldstart;
