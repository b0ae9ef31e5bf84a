/** The prior of a user's taste: how it is learned, and what it is learned from. */
package org.metarec.meta;
