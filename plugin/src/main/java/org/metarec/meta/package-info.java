/** The prior of a user's taste, and its adaptation to the user's clicks. */
package org.metarec.meta;
