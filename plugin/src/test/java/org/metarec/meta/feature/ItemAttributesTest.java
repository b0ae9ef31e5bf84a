package org.metarec.meta.feature;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.metarec.meta.input.LearningInput;
import org.metarec.meta.item.ContentVector;
import org.metarec.meta.item.ItemVectors;
import org.metarec.model.RelationBlocks;
import org.metarec.model.embedding.SparseRows;
import org.metarec.model.taste.InnerSolver;
import org.metarec.model.taste.Prior;
import org.metarec.model.taste.PriorShape;
import org.metarec.path.Links;
import org.metarec.path.PathIndex;
import org.metarec.testing.TasteGraph;
import org.metarec.triple.Progress;

/** Against what is stored of attributes for items that come after the training. */
class ItemAttributesTest {
  private static final int WIDTH = 3;
  private static final int RELATIONS = 2;
  private static final int COLOUR = RELATIONS; // the only item feature
  private static final int KNOWN = TasteGraph.FILMS - TasteGraph.NEW_FILMS;
  private static final int ATTRIBUTES = 20;
  private static final int FILM = TasteGraph.FILMS - 1;
  private static final PriorShape SHAPE =
      new PriorShape(
          TasteGraph.DIMENSION,
          WIDTH,
          RELATIONS + 1,
          RELATIONS + 1,
          true,
          0,
          0,
          InnerSolver.STEPS,
          0,
          1);

  private final PathIndex.Builder paths =
      new PathIndex.Builder(TasteGraph.FILMS, TasteGraph.FILMS, RELATIONS, 1);
  private final boolean[][] has = new boolean[RELATIONS][ATTRIBUTES];
  private final boolean[][] follows = new boolean[RELATIONS][TasteGraph.FILMS];

  /** Several links by each relation, with other films, too; some with what no known film has. */
  private LearningInput input(SplittableRandom random) {
    for (int relation = 0; relation < RELATIONS; relation++) {
      for (int film = 0; film < TasteGraph.FILMS; film++) {
        for (int i = random.nextInt(5); i > 0; i--) {
          int attribute = random.nextInt(film < KNOWN ? ATTRIBUTES / 2 : ATTRIBUTES);
          paths.link(relation, film, attribute, i);
          has[relation][attribute] |= film == FILM;
        }
      }
      for (int i = random.nextInt(4); i > 0; i--) {
        int other = random.nextInt(FILM);
        paths.linkItems(relation, FILM, other, i);
        follows[relation][other] = true;
      }
    }
    for (int film = 0; film < TasteGraph.FILMS; film++) {
      paths.link(COLOUR, film, TasteGraph.colourOf(film), Links.NO_HANDLE);
    }
    return linked();
  }

  private LearningInput linked() {
    LearningInput input = TasteGraph.withoutSequels(1);
    return new LearningInput(
        input.triples(),
        input.relations(),
        input.entities(),
        input.split(),
        input.unread(),
        paths.build(),
        input.userFeatures(),
        input.itemTimes());
  }

  /** Four from 3 to 5 and 9, of which one says nothing; a relation of films alone has none. */
  @Test
  void eachHasANumberOfItsOwn() {
    paths.link(0, 0, 3, 1);
    paths.link(0, 1, 5, 2);
    paths.linkItems(1, 0, 1, 3);
    paths.link(COLOUR, 0, 9, Links.NO_HANDLE);

    ItemAttributes attributes = new ItemAttributes(linked(), known());

    assertThat(attributes.count()).isEqualTo(4);
    assertThat(List.of(attributes.number(0, 3), attributes.number(0, 5))).containsExactly(0, 2);
    assertThat(attributes.number(COLOUR, 9)).isEqualTo(3);
    assertThat(List.of(attributes.relation(2), attributes.relation(3))).containsExactly(0, COLOUR);
  }

  private static BitSet known() {
    BitSet known = new BitSet();
    known.set(0, KNOWN);
    return known;
  }

  private static AttributeMeans means(LearningInput input, ItemAttributes attributes) {
    StandardEmbeddings embeddings =
        StandardEmbeddings.of(input.entities(), new Prior(SHAPE, part -> ones(part.length(SHAPE))));
    return new AttributeMeans(input, known(), embeddings, attributes);
  }

  private static float[] ones(int length) {
    float[] ones = new float[length];
    Arrays.fill(ones, 1);
    return ones;
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("org.metarec.testing.Seeds#hundred")
  void theyAddUpAsTheRowsThatAreStored(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    LearningInput input = input(random);
    ItemAttributes attributes = new ItemAttributes(input, known());
    float[] biases = new float[attributes.count()];
    for (int attribute = 0; attribute < biases.length; attribute++) {
      biases[attribute] = (float) random.nextDouble(-1, 1);
    }
    ItemVectors vectors = new ItemVectors(new Prior(SHAPE, part -> ones(part.length(SHAPE))));
    SparseRows rows = means(input, attributes).rows(vectors, biases, Progress.NONE);

    ContentVector stored = new ContentVector(WIDTH);
    for (int relation = 0; relation < RELATIONS; relation++) {
      for (int attribute = 0; attribute < ATTRIBUTES; attribute++) {
        add(has[relation][attribute], rows, TasteGraph.FILMS + attribute, relation, stored);
      }
      for (int film = 0; film < FILM; film++) {
        add(follows[relation][film], rows, film, relation, stored);
      }
    }
    add(true, rows, TasteGraph.FILMS + TasteGraph.colourOf(FILM), COLOUR, stored);

    double sum = Arrays.stream(attributes.sums(FILM, i -> biases[i])).sum();
    assertThat(stored.values()[WIDTH]).isCloseTo((float) sum, within(1e-5f));
  }

  private static void add(
      boolean isLinked, SparseRows rows, int entity, int relation, ContentVector stored) {
    List<float[]> row = isLinked ? rows.row(entity).stream().toList() : List.of();
    row.stream()
        .flatMap(blocks -> RelationBlocks.block(blocks, relation, WIDTH + 1).stream())
        .forEach(block -> stored.add(relation, block));
  }
}
