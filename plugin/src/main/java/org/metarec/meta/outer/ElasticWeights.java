package org.metarec.meta.outer;

import org.metarec.model.taste.Fisher;
import org.metarec.model.taste.Prior;

/**
 * What a training that goes on must not forget: elastic weight consolidation (Kirkpatrick et al.,
 * PNAS 2017, arXiv:1612.00796). The penalty {@code λ/2 Σ F (θ − θ*)²}, over the trained parts, is
 * added to the outer loss.
 *
 * @param centre θ*: the prior to stay near
 * @param fisher F, of the shape of the centre
 * @param weight λ, ≥ 0
 */
public record ElasticWeights(Prior centre, Fisher fisher, double weight) {}
