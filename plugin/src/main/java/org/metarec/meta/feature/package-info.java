/** What is known of each item before the outer loop: its relations, its likes, its embedding. */
package org.metarec.meta.feature;
