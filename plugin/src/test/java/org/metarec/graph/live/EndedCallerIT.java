package org.metarec.graph.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.common.util.concurrent.Uninterruptibles;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.concurrent.CountDownLatch;
import java.util.function.BiFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.neo4j.graphdb.GraphDatabaseService;
import org.neo4j.graphdb.Transaction;
import org.neo4j.graphdb.TransactionTerminatedException;

/** A first call reads all, which takes seconds with a million items; it may be ended meanwhile. */
class EndedCallerIT {
  @RegisterExtension static final PublishedModel MODEL = new PublishedModel();

  private final CountDownLatch begun = new CountDownLatch(1);
  private final CountDownLatch mayGoOn = new CountDownLatch(1);

  private GraphDatabaseService slow(GraphDatabaseService database) {
    return (GraphDatabaseService)
        Proxy.newProxyInstance(
            GraphDatabaseService.class.getClassLoader(),
            new Class<?>[] {GraphDatabaseService.class},
            (proxy, method, arguments) -> {
              begun.countDown();
              Uninterruptibles.awaitUninterruptibly(mayGoOn);
              try {
                return method.invoke(database, arguments);
              } catch (InvocationTargetException e) {
                throw e.getCause();
              }
            });
  }

  private void assertEndedWhileReading(BiFunction<ModelCatalog, Transaction, Object> call) {
    ModelCatalog catalog = MODEL.freshCatalog(this::slow);
    try (Transaction tx = MODEL.database().service().beginTx()) {
      Thread other =
          new Thread(
              () -> {
                Uninterruptibles.awaitUninterruptibly(begun);
                tx.terminate();
              });
      other.start();
      assertThatThrownBy(() -> call.apply(catalog, tx))
          .isInstanceOf(TransactionTerminatedException.class);
    }
    mayGoOn.countDown();
    assertThat(MODEL.database().<Object>read(tx -> call.apply(catalog, tx))).isNotNull();
  }

  @Test
  void whoWaitsForTheItems() {
    assertEndedWhileReading((catalog, tx) -> catalog.live(tx, "metarec"));
  }

  @Test
  void whoWaitsForAllEmbeddings() {
    assertEndedWhileReading((catalog, tx) -> catalog.fromEmbeddings(tx, "metarec", rows -> rows));
  }
}
