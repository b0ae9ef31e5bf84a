package org.metarec.meta.feature;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.BitSet;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.metarec.meta.config.MetaConfig;
import org.metarec.meta.input.LearnedBefore;
import org.metarec.meta.input.LearningInput;
import org.metarec.meta.input.PriorGrowth;
import org.metarec.meta.item.ContentVector;
import org.metarec.meta.item.ItemVectors;
import org.metarec.meta.item.NewItemRows;
import org.metarec.meta.popularity.ItemLikes;
import org.metarec.meta.popularity.LikeRates;
import org.metarec.meta.popularity.PopularityFeatures;
import org.metarec.meta.popularity.PopularityRidge;
import org.metarec.meta.task.SomeInteractions;
import org.metarec.model.ServingModel;
import org.metarec.model.TrainingState;
import org.metarec.model.embedding.SparseRows;
import org.metarec.model.item.ItemTable;
import org.metarec.model.taste.InnerSolver;
import org.metarec.model.taste.Prior;
import org.metarec.model.taste.PriorPart;
import org.metarec.model.taste.PriorShape;
import org.metarec.model.taste.YearScale;
import org.metarec.testing.LearnedExample;
import org.metarec.testing.TasteGraph;
import org.metarec.triple.Progress;

class ItemFeaturesTest {

  @Test
  void anItemCreatedSinceIsScoredAsOneThatTrainingSaw() {
    ServingModel model = LearnedExample.MODEL;
    ItemTable items = model.taste().items();
    LearningInput input = LearnedExample.INPUT;
    ItemFeatures features = features(Optional.empty());
    int film = TasteGraph.FILMS - 1; // new
    ItemTable again = new ItemTable(items.width(), items.itemCount());
    for (int known = 0; known < TasteGraph.FILMS - TasteGraph.NEW_FILMS; known++) {
      again.setRow(known, items.row(known));
    }

    float[] row =
        new NewItemRows(model.taste().prior(), again, input.paths())
            .of(
                film,
                projected(model.taste().prior(), features.content(film)),
                features.year(film));

    assertThat(items.isNew(film)).isTrue();
    assertThat(items.isNew(0)).isFalse();
    assertThat(items.cameSince(film)).as("as young as films that had just come").isTrue();
    assertThat(row).containsExactly(items.row(film), within(1e-3f));
  }

  /** With their own equations left out, known films lie further from what is expected. */
  @Test
  void aKnownFilmIsExpectedToDoAsTheOthersTell() {
    LearningInput input = LearnedExample.INPUT;
    ItemFeatures features = features(Optional.empty());
    ItemLikes likes = ItemLikes.of(LearnedExample.MODEL.taste().items(), features.likesMean());
    PopularityFeatures earned = new PopularityFeatures(input.paths(), likes, features.yearScale());

    for (int film : likes.known()) {
      float[] row = earned.standardised(features.earnedScale(), film, features.year(film));
      float all = PopularityRidge.expected(row, features.popularityRidge());
      float own = features.centredLogLikes(film);
      assertThat(Math.abs(features.expectedLikes(film) - own)).isGreaterThan(Math.abs(all - own));
    }
  }

  /** Else the items of next week would lie far beyond all that was learned. */
  @Test
  void theScaleOfYearsIsThatOfTheItemsOfNow() {
    YearScale before = new YearScale(1800, 1, 1800, 1801);

    assertThat(features(growth(PriorPart.YEAR_SCALE, before.toArray())).yearScale())
        .isEqualTo(features(Optional.empty()).yearScale());
  }

  /** Else likes would count in other units than what was learned of them. */
  @Test
  void forHowLongLikesCountStays() {
    LikeRates before = new LikeRates(0.25, 0.5);

    assertThat(features(growth(PriorPart.LIKE_RATES, before.toArray())).likeRates())
        .isEqualTo(before);
    assertThat(features(Optional.empty()).likeRates()).isEqualTo(LikeRates.LASTING);
  }

  /** Else embeddings would be in other units than what was learned of them. */
  @Test
  void theScaleOfEmbeddingsStays() {
    float[] mean = new float[2 * TasteGraph.DIMENSION];
    Arrays.fill(mean, 7);

    assertThat(features(growth(PriorPart.EMBEDDING_SCALE, new float[] {3})).embeddings().scale())
        .isEqualTo(3);
    assertThat(features(growth(PriorPart.EMBEDDING_MEAN, mean)).embeddings().mean())
        .isEqualTo(mean);
  }

  /** Of a prior with another part. */
  private static Optional<PriorGrowth> growth(PriorPart part, float[] values) {
    Prior prior = LearnedExample.MODEL.taste().prior();
    LearnedBefore learned =
        new LearnedBefore(
            prior.with(part, values),
            LearnedExample.INPUT.relations(),
            LearnedExample.MODEL.taste().userValues(),
            new TrainingState(
                LearnedExample.LEARNED.fisher(),
                new SparseRows(new float[0][]),
                new BitSet(),
                Double.NEGATIVE_INFINITY),
            new BitSet(),
            SomeInteractions.ALL,
            1);
    return Optional.of(
        new PriorGrowth(learned, prior.shape(), learned.relations(), learned.userValues()));
  }

  private static ItemFeatures features(Optional<PriorGrowth> growth) {
    return new ItemFeatures(
        LearnedExample.INPUT,
        LearnedExample.MODEL.taste().prior().shape(),
        new MetaConfig(1, 1, 1e-3, 0.1, 5, InnerSolver.STEPS, Set.of(), 1),
        growth,
        Progress.NONE);
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
