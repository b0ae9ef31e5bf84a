/** Who interacted with which items and when, and when items appeared. */
package org.metarec.triple.time;
