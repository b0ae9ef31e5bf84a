/**
 * How well RotatE completes graphs: published sets of triples, relations that are alike, hidden
 * entities.
 */
package org.metarec.bench.link;
