package org.metarec.graph.store;

import java.util.Map;
import org.metarec.graph.GraphSchema;
import org.metarec.model.Provenance;
import org.metarec.model.TrainedModel;
import org.metarec.triple.id.Vocabulary;

/**
 * A trained model on its way into the graph.
 *
 * @param modelName as it was claimed
 * @param stem as it was claimed
 * @param vocabulary which node each entity is
 * @param schema the names in the graph it was trained with
 * @param sharedMoments see {@link ModelNode#sharedMoments}
 */
public record Publication(
    String modelName,
    String stem,
    TrainedModel model,
    Vocabulary vocabulary,
    GraphSchema schema,
    Map<String, Double> sharedMoments,
    Provenance provenance) {}
