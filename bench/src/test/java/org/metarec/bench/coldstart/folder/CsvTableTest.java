package org.metarec.bench.coldstart.folder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CsvTableTest {
  @TempDir Path folder;

  private CsvTable read(String text) throws IOException {
    return CsvTable.read(Files.writeString(folder.resolve("table.csv"), text));
  }

  @Test
  void quotesKeepCommasQuotesAndLineBreaks() throws IOException {
    CsvTable table = read("id,title\r\n1,\"Cry, the \"\"Beloved\"\"\nCountry\"\r\n\n2,\n");
    assertThat(table.header()).containsExactly("id", "title");
    assertThat(table.rows())
        .containsExactly(List.of("1", "Cry, the \"Beloved\"\nCountry"), List.of("2", ""));
  }

  @Test
  void aRowThatIsTooShortIsRefused() {
    assertThatThrownBy(() -> read("id,title\n1,a\n2\n"))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("row 2: 1 values; the header has 2");
  }

  @Test
  void aColumnIsOfNumbersWhereAllItsValuesAre() throws IOException {
    CsvTable table = read("year,price,post code\n1995,3,01234\n,2.5,98765\n");
    assertThat(values(table, 0)).containsExactly(Optional.of(1995L), Optional.empty());
    assertThat(values(table, 1)).containsExactly(Optional.of(3.0), Optional.of(2.5));
    assertThat(values(table, 2)).containsExactly(Optional.of("01234"), Optional.of("98765"));
  }

  private static List<Optional<Object>> values(CsvTable table, int column) {
    PropertyColumn property = PropertyColumn.of(table, column);
    return table.rows().stream().map(property::value).toList();
  }
}
