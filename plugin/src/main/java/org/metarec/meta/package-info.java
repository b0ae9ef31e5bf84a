/**
 * The prior of a user's taste: how it is learned, and what it is learned from.
 *
 * <p>Begin with {@link org.metarec.meta.MetaLearner}, the outer loop: it draws users as tasks
 * ({@code task}), has a batch of them adapted and the prior moved by a {@link
 * org.metarec.meta.MetaStep}, which the room {@code tensor} implements, and gives each item its row
 * in the end. The inner loop, from a user's clicks to weights, is in {@code inner}, where answers
 * take it too. What is known of items goes into their vectors in {@code item} and into the likes to
 * be expected of them in {@code popularity}, what the users of a profile like in {@code profile}.
 * Predicted ratings are learned apart from all this, in {@code rating}. {@code LearnedBefore},
 * {@code PriorGrowth} and {@code ElasticWeights} are for a training that goes on from the live
 * model.
 */
package org.metarec.meta;
