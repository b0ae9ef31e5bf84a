/**
 * Candidates, scores, top-k and explanations. Begin with {@link org.metarec.recommend.Recommender}:
 * it scores all items about, keeps those that can be among the best, scores these exactly and adds
 * reasons. {@link org.metarec.recommend.EmbeddingSearch} serves similar and complete.
 */
package org.metarec.recommend;
