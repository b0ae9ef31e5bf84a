package org.metarec.graph.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.common.util.concurrent.Uninterruptibles;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.metarec.GraphMismatchException;
import org.metarec.graph.live.model.LiveModel;
import org.metarec.graph.store.Succession;
import org.metarec.testing.Soon;
import org.metarec.testing.Watched;
import org.metarec.triple.Progress;

/** A model is trained again while it serves. */
class NextVersionIT extends TrainedAgain {
  private LiveModel live() {
    return DATABASE.read(tx -> catalog.live(tx, "metarec"));
  }

  /** The model as a call gets it that reads nothing. */
  private LiveModel inMemory() {
    return withoutReading(this::live);
  }

  private static void requireAsAnew(LiveModel live) {
    LiveModel anew = MODEL.readAnew();
    assertThat(live.model()).isEqualTo(anew.model());
    assertThat(live.parameters()).usingRecursiveComparison().isEqualTo(anew.parameters());
    assertThat(ItemText.of(live)).isEqualTo(ItemText.of(anew));
    assertThat(Soon.comesTrue(() -> MODEL.changes().listeners() == 1)).isTrue();
  }

  @Test
  void nobodyWaitsForTheNextVersion() {
    LiveModel before = live();

    publish(2, catalog, Progress.NONE);

    LiveModel now = inMemory();
    assertThat(now.model().version()).isGreaterThan(before.model().version());
    requireAsAnew(now);
  }

  @Test
  void whoAsksBetweenTheFlipAndItsNewsFindsItToo() {
    live();
    List<LiveModel> asked = new ArrayList<>();
    Succession late =
        (next, parameters, progress) -> {
          Succession.Outcome outcome = catalog.willServe(next, parameters, progress);
          return serves -> {
            asked.add(inMemory());
            outcome.ended(serves);
          };
        };

    publish(2, late, Progress.NONE);

    requireAsAnew(asked.get(0));
  }

  /** More than 256 films are made while they are committed, for both versions. */
  @ParameterizedTest
  @ValueSource(ints = {1, 300})
  void whatIsCommittedMeanwhileIsInIt(int films) {
    live();
    String creating = "UNWIND range(1, %d) AS i CREATE (:Movie {id: '%s' + i})";
    Succession busy =
        (next, parameters, progress) -> {
          atTheNext = () -> DATABASE.run(creating.formatted(films, "during"));
          Succession.Outcome outcome = catalog.willServe(next, parameters, progress);
          DATABASE.run(creating.formatted(films, "after"));
          return outcome;
        };

    publish(2, busy, Progress.NONE);

    transactions.set(0);
    LiveModel now = live();
    assertThat(transactions).as("what came last is read, not all").hasValueLessThan(3);
    assertThat(now.requireServing().itemCount()).isEqualTo(12 + 2 * films);
    requireAsAnew(now);
  }

  @Test
  void aPublicationThatFailsLeavesNothing() {
    live();
    assertThatThrownBy(() -> publish(2, dropping(), Progress.NONE))
        .isInstanceOf(GraphMismatchException.class);

    assertThat(MODEL.changes().listeners()).isEqualTo(1); // of the version that was dropped
    assertThatThrownBy(this::live).isInstanceOf(GraphMismatchException.class);
  }

  @Test
  void aTrainingThatIsEndedMeanwhileEndsTheReading() {
    AtomicBoolean isTraining = new AtomicBoolean();
    AtomicBoolean isEnded = new AtomicBoolean();
    AtomicBoolean isTerminated = new AtomicBoolean();
    CountDownLatch terminated = new CountDownLatch(1);
    Watched.Watcher endless =
        (method, arguments) -> {
          if (method.equals("terminate")) {
            terminated.countDown();
          } else if (method.equals("findRelationships") && isTraining.get()) {
            isEnded.set(true);
            isTerminated.set(
                Uninterruptibles.awaitUninterruptibly(terminated, 30, TimeUnit.SECONDS));
          }
        };
    catalog =
        MODEL.freshCatalog(service -> Watched.transactionsBy(endless, service), MODEL.changes());
    LiveModel before = live();
    isTraining.set(true);
    Progress ending =
        () -> {
          if (isEnded.get()) {
            throw new IllegalStateException("ended");
          }
        };

    assertThatThrownBy(() -> publish(2, catalog, ending)).hasMessage("ended");

    assertThat(isTerminated).isTrue();
    assertThat(live()).isSameAs(before);
    assertThat(MODEL.changes().listeners()).isEqualTo(1);
  }

  @Test
  void aTrainingIsNotLostToAReadingThatFails() {
    live();
    Succession failing =
        (next, parameters, progress) -> {
          atTheNext =
              () -> {
                throw new IllegalStateException("no more transactions");
              };
          return catalog.willServe(next, parameters, progress);
        };

    publish(2, failing, Progress.NONE);

    requireAsAnew(live());
  }

  @Test
  void aModelThatIsForgottenMeanwhileIsNotKept() {
    live();
    Succession forgetting =
        (next, parameters, progress) -> {
          atTheNext = catalog::forgetAll;
          return catalog.willServe(next, parameters, progress);
        };

    publish(2, forgetting, Progress.NONE);

    assertThat(Soon.comesTrue(() -> MODEL.changes().listeners() == 0)).isTrue();
  }

  @Test
  void aModelThatNobodyHasAskedForIsNotRead() {
    publish(2, catalog, Progress.NONE);

    assertThat(MODEL.changes().listeners()).isZero();
  }
}
