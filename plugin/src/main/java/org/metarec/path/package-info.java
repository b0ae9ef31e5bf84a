/**
 * Relations between items: director, actor, genre, or whatever the graph has. Two items are related
 * when one relation leads from both to the same attribute, or from one to the other.
 *
 * <p>What was read of all items at once is a base, which stays as it is; the rows of items that
 * came or changed since lie beside it in an overlay, and count in place of theirs in the base.
 */
package org.metarec.path;
