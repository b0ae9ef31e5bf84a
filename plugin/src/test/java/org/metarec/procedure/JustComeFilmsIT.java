package org.metarec.procedure;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.metarec.model.item.ItemTable;

/** A film that nobody has clicked, from one warm start to the next. */
class JustComeFilmsIT {
  @RegisterExtension static final ProcedureDatabase DATABASE = new ProcedureDatabase();

  private static final String WARM = "CALL metarec.train({warmStart: true})";

  @BeforeEach
  void aGraphWithoutModels() {
    DATABASE.startAnew();
  }

  /** The last but one of the numbers that end its row. */
  private static float storedLikes(String slot) {
    byte[] row =
        DATABASE
            .row("MATCH (film:Movie {id: 'm13'}) RETURN film.rotate_item_" + slot + " AS row")
            .get("row")
            .asByteArray();
    return ByteBuffer.wrap(row).getFloat(row.length - 2 * Float.BYTES);
  }

  @Test
  void itHasJustComeUntilTheTrainingAfterTheFirst() {
    DATABASE.train();
    DATABASE.rows("CREATE (:Movie {id: 'm13', title: 'Collateral', year: 2004})");

    DATABASE.rows(WARM);
    assertThat(storedLikes("b")).isEqualTo(ItemTable.CAME_SINCE);

    DATABASE.rows(WARM);
    assertThat(storedLikes("a")).isEqualTo(ItemTable.NOBODY);
  }
}
