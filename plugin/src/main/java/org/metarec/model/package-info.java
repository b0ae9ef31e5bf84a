/**
 * What is learned, and how it scores.
 *
 * <p>Two kinds of numbers are learned. In {@code embedding}, by RotatE: a row for each entity
 * ({@link org.metarec.model.embedding.EntityTable}) and a rotation for each relation ({@link
 * org.metarec.model.embedding.RelationPhases}); {@link org.metarec.model.embedding.RotatE} measures
 * how well they fit. By the meta-learner: in {@code taste}, what is known of a user before the
 * first click ({@link org.metarec.model.taste.Prior}, part by part in {@link
 * org.metarec.model.taste.PriorPart}), and in {@code item}, the vector and bias of each item
 * ({@link org.metarec.model.item.ItemTable}). A training leaves a {@link
 * org.metarec.model.TrainedModel}, an answer is computed from a {@link
 * org.metarec.model.ServingModel}: begin with these two. {@code rating} holds what predicts
 * ratings, {@code kernel} the arithmetic of the innermost loops.
 */
package org.metarec.model;
