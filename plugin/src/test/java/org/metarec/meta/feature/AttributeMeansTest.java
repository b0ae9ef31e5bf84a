package org.metarec.meta.feature;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.BitSet;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.metarec.meta.input.LearningInput;
import org.metarec.meta.item.ContentVector;
import org.metarec.meta.item.ItemVectors;
import org.metarec.model.RelationBlocks;
import org.metarec.model.embedding.EntityTable;
import org.metarec.model.embedding.SparseRows;
import org.metarec.model.taste.InnerSolver;
import org.metarec.model.taste.Prior;
import org.metarec.model.taste.PriorPart;
import org.metarec.model.taste.PriorShape;
import org.metarec.path.PathIndex;
import org.metarec.testing.TasteGraph;
import org.metarec.triple.Progress;

class AttributeMeansTest {
  private static final int DIRECTED = 0;
  private static final int COLOUR = 2;
  private static final int LENGTH = 2 * TasteGraph.DIMENSION;
  private static final int WIDTH = 3;
  private static final int KNOWN = TasteGraph.FILMS - TasteGraph.NEW_FILMS;
  private static final PriorShape SHAPE =
      new PriorShape(TasteGraph.DIMENSION, WIDTH, 3, 2, false, 0, 0, InnerSolver.STEPS, 0, 1);

  private final LearningInput input = TasteGraph.withoutSequels(1);
  private final EntityTable table = input.entities();

  private AttributeMeans means() {
    return means(input);
  }

  private static AttributeMeans means(LearningInput input) {
    return new AttributeMeans(input, known(), embeddings(input), attributes(input));
  }

  private static ItemAttributes attributes(LearningInput input) {
    return new ItemAttributes(input, known());
  }

  private static BitSet known() {
    BitSet known = new BitSet();
    known.set(0, KNOWN);
    return known;
  }

  private static StandardEmbeddings embeddings(LearningInput input) {
    return StandardEmbeddings.of(input.entities(), known(), input.interactions());
  }

  private float[] content(int film, int relation) {
    float[] content = means().contents(SHAPE, Progress.NONE)[film];
    return Arrays.copyOfRange(content, relation * LENGTH, (relation + 1) * LENGTH);
  }

  /** Σ Ẽ over the known films of a director but one. */
  private double sumWithout(int film, int coordinate) {
    StandardEmbeddings embeddings = embeddings(input);
    double sum = 0;
    for (int other = 0; other < KNOWN; other++) {
      boolean sameDirector = TasteGraph.directorOf(other) == TasteGraph.directorOf(film);
      sum += sameDirector && other != film ? embeddings.of(other)[coordinate] : 0;
    }
    return sum;
  }

  /** Film 3 is of a director with four other films, new film 39 of one with four known ones. */
  @Test
  void aFilmIsLikeTheOtherKnownFilmsOfItsDirector() {
    for (int film : new int[] {3, 39}) {
      float[] content = content(film, DIRECTED);
      for (int k = 0; k < LENGTH; k++) {
        assertThat(content[k])
            .isCloseTo((float) (sumWithout(film, k) / (4 + 1) / 2), within(1e-5f));
      }
    }
  }

  /** It may be any other, its attributes say the same of it. */
  @Test
  void theEmbeddingOfAFilmIsNotInItsContent() {
    float[] before = content(3, COLOUR);
    float[] ofAnother = content(5, COLOUR);

    float[] three = table.row(3);
    System.arraycopy(table.row(4), 0, table.values(), table.offset(3), LENGTH);
    System.arraycopy(three, 0, table.values(), table.offset(4), LENGTH); // of another colour

    assertThat(content(3, COLOUR)).containsExactly(before, within(1e-5f));
    assertThat(content(5, COLOUR)[0]).isNotCloseTo(ofAnother[0], within(1e-5f));
  }

  /** What is stored of attributes gives the content of a film that comes later. */
  @ParameterizedTest(name = "seed {0}")
  @MethodSource("org.metarec.testing.Seeds#hundred")
  void theRowsOfAttributesAddUpToTheContentOfANewFilm(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    Prior prior = new Prior(SHAPE, part -> numbers(random, part.length(SHAPE)));
    ItemVectors vectors = new ItemVectors(prior);
    int film = KNOWN + random.nextInt(TasteGraph.NEW_FILMS);
    ContentVector sum = new ContentVector(WIDTH);
    ItemAttributes attributes = attributes(input);
    float[] biases = numbers(random, attributes.count());
    SparseRows rows = means().rows(vectors, biases, Progress.NONE);
    int people = TasteGraph.FILMS + TasteGraph.USERS;
    int[] linked = {
      people + TasteGraph.directorOf(film),
      people + TasteGraph.DIRECTORS + film % TasteGraph.GENRES,
      TasteGraph.FILMS + TasteGraph.colourOf(film)
    };
    for (int relation = DIRECTED; relation <= COLOUR; relation++) {
      float[] row = rows.row(linked[relation]).orElseThrow();
      sum.add(relation, RelationBlocks.block(row, relation, WIDTH + 1).orElseThrow());
    }
    float[] content = means().contents(SHAPE, Progress.NONE)[film];

    float[] expected = new float[WIDTH + 1];
    attributes.forEach(film, attribute -> expected[WIDTH] += biases[attribute]);
    for (int relation = 0; relation < 3; relation++) {
      int block = relation * LENGTH;
      float[] ofRelation = Arrays.copyOfRange(content, block, block + LENGTH);
      float[] added = vectors.projected(relation, ofRelation);
      for (int j = 0; j < WIDTH; j++) {
        expected[j] += added[j];
      }
    }
    assertThat(sum.values()).containsExactly(expected, within(1e-4f));
  }

  /** Film 3 has a sequel that is new; film 5 has none as yet. */
  @Test
  void aNewSequelIsLikeTheFilmItFollows() {
    PathIndex.Builder paths = new PathIndex.Builder(TasteGraph.FILMS, TasteGraph.FILMS, 2, 0);
    paths.linkItems(0, 3, 39, 1);
    LearningInput linked =
        new LearningInput(
            input.triples(),
            input.relations(),
            table,
            input.split(),
            input.unread(),
            paths.build(),
            input.userFeatures(),
            input.itemTimes());
    SplittableRandom random = new SplittableRandom(1);
    ItemVectors vectors =
        new ItemVectors(new Prior(SHAPE, part -> numbers(random, part.length(SHAPE))));

    float[][] contents = means(linked).contents(SHAPE, Progress.NONE);
    SparseRows rows = withoutTrends(linked, vectors);

    for (int k = 0; k < LENGTH; k++) {
      assertThat(contents[39][k]).isCloseTo(embeddings(linked).of(3)[k] / 4, within(1e-6f));
      assertThat(contents[3][k]).as("of a film nobody knows").isZero();
    }
    float[] content = Arrays.copyOf(contents[39], LENGTH);
    float[] said = RelationBlocks.block(rows.row(3).orElseThrow(), 0, WIDTH + 1).orElseThrow();
    assertThat(Arrays.copyOf(said, WIDTH))
        .containsExactly(vectors.projected(0, content), within(1e-5f));
    assertThat(said[WIDTH]).isZero();
    assertThat(rows.row(5)).as("of what may get a sequel").isPresent();
    assertThat(rows.row(39)).isEmpty();
  }

  private static SparseRows withoutTrends(LearningInput input, ItemVectors vectors) {
    return means(input).rows(vectors, new float[attributes(input).count()], Progress.NONE);
  }

  private static float[] numbers(SplittableRandom random, int count) {
    float[] numbers = new float[count];
    for (int i = 0; i < count; i++) {
      numbers[i] = (float) random.nextDouble(-1, 1);
    }
    return numbers;
  }

  @Test
  void whoHasNoKnownFilmAddsNothing() {
    ItemVectors vectors = new ItemVectors(new Prior(SHAPE, this::zeros));
    SparseRows rows = withoutTrends(input, vectors);

    assertThat(rows.row(TasteGraph.FILMS)).as("a user").isEmpty();
    assertThat(rows.row(0)).as("a film").isEmpty();
    assertThat(rows.size())
        .isEqualTo(TasteGraph.DIRECTORS + TasteGraph.GENRES + TasteGraph.COLOURS);
  }

  private float[] zeros(PriorPart part) {
    return new float[part.length(SHAPE)];
  }
}
