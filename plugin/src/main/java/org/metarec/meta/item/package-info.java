/** The vectors of items: what their relations tell, for known items and for new ones. */
package org.metarec.meta.item;
