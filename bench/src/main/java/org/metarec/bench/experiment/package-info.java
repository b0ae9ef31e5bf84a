/** What an experiment is, and what several run on: settings, a folder, an embedded Neo4j. */
package org.metarec.bench.experiment;
