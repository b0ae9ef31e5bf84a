package org.metarec.bench.coldstart;

import java.util.List;
import java.util.Map;
import org.metarec.bench.experiment.Settings;

/**
 * What {@code bench/run gds} is told; all other keys are for {@code metarec.train}. The defaults
 * are the best of those tried on held-back data: docs/experiments/gds.md.
 *
 * @param neighbours of Node Similarity, the most of a user
 * @param similarity of Node Similarity, as GDS calls it
 * @param fastRp config of {@code gds.fastRP}: {@code dimension}, {@code weights} of the iterations,
 *     {@code normalization}
 * @param metarec whether it is trained and tested, too
 * @param train config of {@code metarec.train}
 */
record GdsSettings(
    int neighbours,
    String similarity,
    Map<String, Object> fastRp,
    boolean metarec,
    Map<String, Object> train) {

  static GdsSettings read(Settings settings) {
    Object weights = settings.given("weights").orElse(List.of("0", "0", "1", "1"));
    Map<String, Object> fastRp =
        Map.of(
            "embeddingDimension",
            settings.whole("dimension", 256),
            "iterationWeights",
            (weights instanceof List<?> list ? list : List.of(weights))
                .stream().map(weight -> Double.valueOf(weight.toString())).toList(),
            "normalizationStrength",
            settings.number("normalization", 0),
            "randomSeed",
            42L);
    return new GdsSettings(
        settings.whole("neighbours", 200),
        settings.given("similarity").orElse("JACCARD").toString(),
        fastRp,
        !settings.flag("gdsOnly"),
        settings.others());
  }
}
