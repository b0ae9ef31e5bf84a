package org.metarec.meta;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.metarec.meta.item.ContentVector;
import org.metarec.meta.item.ItemVectors;
import org.metarec.meta.item.NewItemRows;
import org.metarec.model.ServingModel;
import org.metarec.model.taste.Head;
import org.metarec.model.taste.ItemTable;
import org.metarec.model.taste.Prior;
import org.metarec.model.taste.PriorShape;
import org.metarec.testing.LearnedTaste;
import org.metarec.testing.TasteGraph;
import org.metarec.triple.Progress;

class ItemFeaturesTest {

  @Test
  void anItemCreatedSinceIsScoredAsOneThatTrainingSaw() {
    ServingModel model = LearnedTaste.MODEL;
    ItemTable items = model.taste().items();
    PriorShape shape = model.taste().prior().shape();
    LearningInput input = LearnedTaste.INPUT;
    ItemFeatures features =
        new ItemFeatures(
            input,
            shape,
            new MetaConfig(1, 1, 1e-3, 0.1, 5, Head.STEPS, Set.of(), 1),
            Optional.empty(),
            Progress.NONE);
    int film = TasteGraph.FILMS - 1; // new
    ItemTable again = new ItemTable(items.width(), items.itemCount());
    for (int known = 0; known < TasteGraph.FILMS - TasteGraph.NEW_FILMS; known++) {
      again.setRow(known, items.row(known));
    }

    float[] row =
        new NewItemRows(model.taste().prior(), again, input.paths(), input.featureValues())
            .of(
                film,
                projected(model.taste().prior(), features.content(film)),
                List.of(film % 2 == 0 ? 1 : 0),
                features.year(film));

    assertThat(items.isNew(film)).isTrue();
    assertThat(items.isNew(0)).isFalse();
    assertThat(row).containsExactly(items.row(film), within(1e-3f));
  }

  /** Each relation's content taken for that of one attribute. */
  private static float[] projected(Prior prior, float[] content) {
    PriorShape shape = prior.shape();
    ItemVectors vectors = new ItemVectors(prior);
    ContentVector vector = new ContentVector(shape.width());
    int length = 2 * shape.dimension();
    for (int relation = 0; relation < shape.contentRelations(); relation++) {
      float[] ofRelation = Arrays.copyOfRange(content, relation * length, (relation + 1) * length);
      vector.add(relation, vectors.projected(relation, ofRelation));
    }
    return vector.values();
  }
}
