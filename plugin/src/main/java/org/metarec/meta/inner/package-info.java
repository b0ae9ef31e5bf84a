/** How one user's weights are found from the user's clicks: the inner loop, in plain Java. */
package org.metarec.meta.inner;
