/**
 * Relations between items: director, actor, genre, or whatever the graph has. Two items are related
 * when one relation leads from both to the same attribute, or from one to the other.
 *
 * <p>Begin with {@link org.metarec.path.PathRelation}, whose comment says how alike two items are
 * by one relation; {@link org.metarec.path.PathIndex} has all relations, and {@link
 * org.metarec.path.UserPaths} sums up how alike an item is to all that one user clicked. The links
 * themselves are {@link org.metarec.path.Links}: a base, built of all items at once and shared, and
 * an overlay, the rows of items that came or changed since, which count in place of the base's. The
 * other classes make that fast: sets of attributes that many items have in common, and weights of a
 * few among many ids.
 */
package org.metarec.path;
