/**
 * The prior of a user's taste: how it is learned, and what it is learned from.
 *
 * <p>Begin with {@link org.metarec.meta.MetaLearner}, which goes through the rooms below: what it
 * is given ({@code input}), what is known of each item ({@code feature}), the outer loop ({@code
 * outer}) over users drawn as tasks ({@code task}), how fast clicks fade and what is liked lately
 * more than it was ({@code time}), what likes tell that were held back ({@code heldback}), and how
 * high new items lie ({@code level}). The inner loop, from a user's clicks to weights, is in {@code
 * inner}, where answers take it too. The vectors of items are made in {@code item}, the likes to be
 * expected of them in {@code popularity}, what the users of a profile like in {@code profile}; what
 * these are fitted by is in {@code regression}. What a warm start goes on from is in {@code input},
 * too, what holds it back in {@code outer}. Predicted ratings are learned apart from all this, in
 * {@code rating}; settings are in {@code config}.
 */
package org.metarec.meta;
