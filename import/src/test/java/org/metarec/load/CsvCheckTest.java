package org.metarec.load;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CsvCheckTest {
  private static final Map<String, String> RIGHT =
      Map.of(
          "films.csv", "id,title,year,new\nm1,\"Crouching Tiger, Hidden Dragon\",2000,false\n",
          "people.csv", "id,name\np1,Ang Lee\n",
          "genres.csv", "name\nAction\n",
          "users.csv", "id,name,ageGroup\nu1,Mina,25-34\n",
          "directed.csv", "person,film\np1,m1\n",
          "acted_in.csv", "person,film\n",
          "in_genre.csv", "film,genre\nm1,Action\n",
          "clicks.csv", "user,film,at\nu1,m1,2025-07-21T18:30:00+02:00\n");

  @TempDir Path folder;

  @BeforeEach
  void writeRightFiles() throws IOException {
    for (Map.Entry<String, String> file : RIGHT.entrySet()) {
      Files.writeString(folder.resolve(file.getKey()), file.getValue());
    }
  }

  @Test
  void rightFilesPass() throws IOException {
    assertThat(CsvCheck.wrongRows(folder)).isEmpty();
  }

  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "films.csv    | ,Heat,1995,false           | id ''",
        "films.csv    | m1,Heat,1995,false         | 'm1' again, as in line 2",
        "films.csv    | m2,,1995,false             | title ''",
        "films.csv    | m2,' ',1995                | 3 fields",
        "films.csv    | m2,Heat ,1995,false        | title 'Heat '",
        "films.csv    | m2,He\\at,1995,false       | title 'He\\at'",
        "films.csv    | m2,Heat,,false             | year ''",
        "films.csv    | m2,Heat,MCMXCV,false       | year 'MCMXCV'",
        "films.csv    | m2,Heat,1995.5,false       | year '1995.5'",
        "films.csv    | m2,Heat,1066,false         | year '1066'",
        "films.csv    | m2,Heat,1995,yes           | new 'yes'",
        "films.csv    | m2,Heat,1995,false,Mann    | 5 fields",
        "films.csv    | m2,\"Heat,1995,false       | a quote out of place",
        "films.csv    | m2,\"Heat\" x,1995,false   | a quote out of place",
        "films.csv    | m2;Heat;1995;false         | 1 fields",
        "people.csv   | ~~                         | a blank line",
        "people.csv   | p1,Michael Mann            | 'p1' again, as in line 2",
        "genres.csv   | Action                     | 'Action' again, as in line 2",
        "users.csv    | u2,Leo,young               | ageGroup 'young'",
        "users.csv    | u1,Leo,18-24               | 'u1' again, as in line 2",
        "directed.csv | p9,m1                      | person 'p9'",
        "directed.csv | p1,m1                      | 'p1,m1' again, as in line 2",
        "acted_in.csv | p1,m9                      | film 'm9'",
        "in_genre.csv | m1,Noir                    | genre 'Noir'",
        "clicks.csv   | u9,m1,2025-07-21T18:30:00Z | user 'u9'",
        "clicks.csv   | u1,m9,2025-07-21T18:30:00Z | film 'm9'",
        "clicks.csv   | u1,m1,2025-07-22T18:30:00Z | 'u1,m1' again, as in line 2",
        "clicks.csv   | u1,m1,2025-07-21           | at '2025-07-21'",
        "clicks.csv   | u1,m1,2025-07-21T18:30:00  | at '2025-07-21T18:30:00'",
        "clicks.csv   | u1,m1,2025-02-30T18:30:00Z | at '2025-02-30T18:30:00Z'",
      })
  void aWrongRowIsReportedWithItsLine(String file, String row, String found) throws IOException {
    Files.writeString(folder.resolve(file), RIGHT.get(file) + row + "\n");
    int line = (int) RIGHT.get(file).lines().count() + 1;
    assertThat(CsvCheck.wrongRows(folder))
        .anySatisfy(
            wrong -> {
              assertThat(wrong.file()).isEqualTo(file);
              assertThat(wrong.line()).isEqualTo(line);
              assertThat(wrong.found()).startsWith(found);
            });
  }

  @Test
  void allWrongRowsAreReportedAtOnce() throws IOException {
    Files.writeString(folder.resolve("genres.csv"), "name\nAction\nAction\n\nDrama\n");
    Files.writeString(folder.resolve("clicks.csv"), "user,film,at\nu2,m2,now\n");
    assertThat(CsvCheck.wrongRows(folder))
        .extracting(WrongRow::toString)
        .containsExactly(
            "genres.csv, line 3: found 'Action' again, as in line 2, expected each name once",
            "genres.csv, line 4: found a blank line, expected a row",
            "clicks.csv, line 2: found user 'u2', expected one of those in users.csv",
            "clicks.csv, line 2: found film 'm2', expected one of those in films.csv",
            "clicks.csv, line 2: found at 'now',"
                + " expected a time with its zone, such as 2025-07-21T18:30:00Z");
  }

  @Test
  void aRowAfterALineBreakInQuotesHasItsOwnLine() throws IOException {
    Files.writeString(folder.resolve("people.csv"), "id,name\np1,\"Ang\nLee\"\n,Nobody\n");
    assertThat(CsvCheck.wrongRows(folder)).extracting(WrongRow::line).containsExactly(2L, 4L);
  }

  @Test
  void aMissingFileIsReported() throws IOException {
    Files.delete(folder.resolve("acted_in.csv"));
    assertThat(CsvCheck.wrongRows(folder))
        .extracting(WrongRow::found)
        .containsExactly("no such file");
  }

  @Test
  void anotherHeaderIsReported() throws IOException {
    Files.writeString(folder.resolve("acted_in.csv"), "actor,film\np1,m1\n");
    assertThat(CsvCheck.wrongRows(folder))
        .extracting(WrongRow::toString)
        .containsExactly(
            "acted_in.csv, line 1: found the header [actor, film],"
                + " expected the header [person, film]");
  }

  @Test
  void anEmptyFileIsReported() throws IOException {
    Files.writeString(folder.resolve("acted_in.csv"), "");
    assertThat(CsvCheck.wrongRows(folder))
        .extracting(WrongRow::found)
        .containsExactly("the header []");
  }

  @Test
  void anotherEncodingIsReported() throws IOException {
    Files.writeString(folder.resolve("people.csv"), "id,name\np1,Almodóvar\n", ISO_8859_1);
    assertThat(CsvCheck.wrongRows(folder))
        .extracting(WrongRow::found)
        .contains("bytes that are not UTF-8");
  }

  @Test
  void aByteOrderMarkIsLetPass() throws IOException {
    Files.writeString(folder.resolve("people.csv"), "\uFEFF" + RIGHT.get("people.csv"));
    assertThat(CsvCheck.wrongRows(folder)).isEmpty();
  }

  @Test
  void theCommandFailsOnWrongRows() throws IOException {
    String[] arguments = {folder.toString()};
    CsvCheck.main(arguments);
    Files.delete(folder.resolve("acted_in.csv"));
    assertThatThrownBy(() -> CsvCheck.main(arguments)).hasMessageStartingWith("wrong rows: 1");
  }
}
