package org.metarec.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DemoGraphTest {
  @TempDir Path importFolder;

  @Test
  void theFilesAreWhatTheGeneratorWrites() throws IOException {
    Path shipped = DemoGraph.copyTo(importFolder);
    Path written = Files.createDirectory(importFolder.resolve("written"));
    DemoTables.main(new String[] {written.toString()});
    for (TableRule table : TableRule.ALL) {
      assertThat(shipped.resolve(table.file()))
          .hasSameTextualContentAs(written.resolve(table.file()));
    }
  }

  @Test
  void theClicksAreLessThanAMegabyte() throws IOException {
    assertThat(DemoGraph.copyTo(importFolder).resolve("clicks.csv"))
        .satisfies(clicks -> assertThat(Files.size(clicks)).isLessThan(1_000_000));
  }

  @Test
  void aSecondCopyReplacesTheFirst() throws IOException {
    Path users = DemoGraph.copyTo(importFolder).resolve("users.csv");
    Files.writeString(users, "id,name,ageGroup\n");
    DemoGraph.copyTo(importFolder);
    assertThat(users).content().contains("u800");
  }

  @Test
  void noRowOfTheDemoIsWrong() throws IOException {
    assertThat(CsvCheck.wrongRows(DemoGraph.copyTo(importFolder))).isEmpty();
  }
}
