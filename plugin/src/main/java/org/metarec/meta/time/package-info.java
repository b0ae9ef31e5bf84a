/**
 * What changes with time: how fast the clicks of a user fade in paths, and what is liked more or
 * less than it was, by the season, by what is on everybody's lips, by age. Each is found by how
 * well it foretells what was liked next.
 */
package org.metarec.meta.time;
