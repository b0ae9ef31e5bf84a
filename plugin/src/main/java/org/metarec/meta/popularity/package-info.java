/** How often an item nobody has clicked can be expected to be liked. */
package org.metarec.meta.popularity;
