/**
 * What is liked more or less than it was: by the season, by what is on everybody's lips, by age.
 */
package org.metarec.meta.trend;
