/** How often an item without clicks can be expected to be liked. */
package org.metarec.meta.popularity;
