package org.metarec.graph.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.Queue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.metarec.graph.live.model.LiveModel;

/** Items that the training knew, that bore another label when all were read, and came back. */
class ReturnedItemsIT {
  @RegisterExtension static final PublishedModel MODEL = new PublishedModel();

  private final Queue<Runnable> background = new ArrayDeque<>();
  private String version;
  private ModelEntry entry;

  @BeforeEach
  void setUp() {
    version = MODEL.live().model().version();
    entry = MODEL.entry(background::add);
  }

  @AfterEach
  void tearDown() {
    entry.end();
  }

  private LiveModel live() {
    return entry.items(version, () -> {}).live();
  }

  private void hide(int films) {
    MODEL
        .database()
        .run(
            "MATCH (film:Movie) WITH film LIMIT %d SET film:Hidden REMOVE film:Movie"
                .formatted(films));
  }

  private void show() {
    MODEL.database().run("MATCH (film:Hidden) SET film:Movie REMOVE film:Hidden");
  }

  @Test
  void afterAllOfThemItIsAtOnceAsIfAllHadBeenReadAnew() {
    hide(12);
    assertThat(live().items().count()).isZero();
    show();
    assertThat(ItemText.of(live())).isEqualTo(ItemText.of(MODEL.readAnew()));
  }

  @Test
  void afterAFewAllIsReadAnewInTheBackground() {
    hide(2);
    assertThat(live().items().count()).isEqualTo(10);
    show();
    assertThat(live().items().count()).isEqualTo(12);
    while (!background.isEmpty()) {
      background.remove().run();
    }
    assertThat(ItemText.of(live())).isEqualTo(ItemText.of(MODEL.readAnew()));
  }
}
