/**
 * A benchmark as a folder of CSV files: how it is read, loaded into a graph, split for a test, and
 * made of the training part of another one. What is measured on it is in {@code coldstart}.
 */
package org.metarec.bench.coldstart.folder;
