package org.metarec.meta;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.metarec.meta.config.MetaConfig;
import org.metarec.meta.input.LearningInput;
import org.metarec.meta.outer.BatchFeatures;
import org.metarec.meta.task.MetaBatch;
import org.metarec.model.rating.RatingScale;
import org.metarec.model.taste.InnerSolver;
import org.metarec.model.taste.Prior;
import org.metarec.testing.StillStep;
import org.metarec.testing.TasteGraph;
import org.metarec.triple.NodeFeatures;
import org.metarec.triple.Progress;
import org.metarec.triple.Workers;
import org.metarec.triple.time.UnreadInteractions;

/** Of a user's tasks a share asks for what the embeddings have not read (ADR 36). */
class UnreadTasksTest {

  /** Sees of each task whose it is, by a feature that nobody else has, and what it asks for. */
  private record Asked(Prior prior, UnreadInteractions unread, List<Boolean> ofUnreadAlone)
      implements StillStep {

    @Override
    public double step(MetaBatch task, BatchFeatures features, double learningRate) {
      int user = IntStream.range(0, TasteGraph.USERS).filter(u -> task.userValues()[u] > 0).sum();
      ofUnreadAlone.add(
          Arrays.stream(task.query().items())
              .map(task.items()::item)
              .allMatch(item -> unread.has(user, item)));
      return 1;
    }
  }

  private static double shareOfUnreadAlone(LearningInput input, UnreadInteractions unread) {
    MetaConfig oneByOne = new MetaConfig(10, 1, 1e-3, 0.1, 1, InnerSolver.STEPS, Set.of(), 1);
    List<Boolean> ofUnreadAlone = new ArrayList<>();
    try (Workers workers = new Workers(1)) {
      new MetaLearner(input, oneByOne, Optional.empty(), Progress.NONE)
          .learn(
              prior -> new Asked(prior, unread, ofUnreadAlone),
              RatingScale.NONE,
              workers,
              Progress.NONE);
    }
    return ofUnreadAlone.stream().filter(alone -> alone).count() / (double) ofUnreadAlone.size();
  }

  private static LearningInput input(LearningInput graph, UnreadInteractions unread) {
    int[] ids = IntStream.rangeClosed(0, TasteGraph.USERS).toArray();
    return new LearningInput(
        graph.triples(),
        graph.relations(),
        graph.entities(),
        graph.split(),
        unread,
        graph.paths(),
        new NodeFeatures(
            IntStream.range(0, TasteGraph.USERS).mapToObj(user -> "id=" + user).toList(),
            ids,
            Arrays.copyOf(ids, TasteGraph.USERS)),
        graph.itemTimes());
  }

  /** Of users with seven films t / 2 is .4, and other tasks ask for such films alone by chance. */
  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void manyOfTheTasksOfUsersWithFewInteractionsAskForThem(long seed) {
    LearningInput graph = TasteGraph.input(seed);
    UnreadInteractions unread = UnreadInteractions.of(graph.interactions(), graph.triples(), seed);

    double byChance = shareOfUnreadAlone(input(graph, UnreadInteractions.none()), unread);
    double share = shareOfUnreadAlone(input(graph, unread), unread);
    assertThat(share).isCloseTo(0.4 + 0.6 * byChance, within(0.06));
  }
}
