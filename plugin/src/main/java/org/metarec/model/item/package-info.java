/** Rows of items, and how they are scanned. */
package org.metarec.model.item;
