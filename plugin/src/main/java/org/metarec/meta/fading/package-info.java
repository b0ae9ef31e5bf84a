/** How fast the clicks of a user fade in paths. */
package org.metarec.meta.fading;
