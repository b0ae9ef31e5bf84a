/** What is liked lately more than it was: seasons, and what is on everybody's lips. */
package org.metarec.meta.trend;
