package org.metarec.procedure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.metarec.testing.ProjectFiles;
import org.neo4j.driver.Record;
import org.neo4j.driver.Value;

/** Names, parameters, columns and types that other people's scripts rely on. */
class SignaturesIT {
  private static final List<String> PROCEDURES =
      List.of(
          "READ metarec.complete(node :: ANY, config = {} :: MAP) :: (relationshipType :: STRING,"
              + " direction :: STRING, candidate :: NODE, score :: FLOAT)",
          "READ metarec.explain(user :: ANY, item :: ANY, config = {} :: MAP) :: (path :: PATH,"
              + " relation :: STRING, contribution :: FLOAT)",
          "READ metarec.model.list() :: (modelName :: STRING, modelVersion :: STRING, createdAt ::"
              + " ZONED DATETIME, nodeCount :: INTEGER, embeddingProperty :: STRING, metrics :: MAP,"
              + " configuration :: MAP)",
          "READ metarec.progress() :: (jobId :: STRING, task :: STRING, progress :: FLOAT, startedAt"
              + " :: ZONED DATETIME, elapsedMillis :: INTEGER, remainingMillis :: INTEGER)",
          "READ metarec.recommend(user :: ANY, config = {} :: MAP) :: (rank :: INTEGER, item ::"
              + " NODE, score :: FLOAT, contributions :: MAP, paths :: LIST<PATH>)",
          "READ metarec.schema(config = {} :: MAP) :: (role :: STRING, name :: STRING, count ::"
              + " INTEGER, detail :: STRING)",
          "READ metarec.score(user :: ANY, items :: ANY, config = {} :: MAP) :: (item :: NODE, score"
              + " :: FLOAT, rating :: FLOAT)",
          "READ metarec.similar(item :: ANY, config = {} :: MAP) :: (item :: NODE, score :: FLOAT)",
          "READ metarec.train.estimate(config = {} :: MAP) :: (nodeCount :: INTEGER, tripleCount ::"
              + " INTEGER, interactionCount :: INTEGER, bytesMin :: INTEGER, bytesMax :: INTEGER,"
              + " requiredMemory :: STRING, fits :: BOOLEAN)",
          "WRITE metarec.adapt(users = null :: ANY, config = {} :: MAP) :: (user :: NODE, clicks ::"
              + " INTEGER, device :: STRING, lossBefore :: FLOAT, lossAfter :: FLOAT, millis ::"
              + " INTEGER)",
          "WRITE metarec.model.drop(modelName :: STRING, failIfMissing = true :: BOOLEAN) ::"
              + " (modelName :: STRING)",
          "WRITE metarec.train(config = {} :: MAP) :: (modelName :: STRING, modelVersion :: STRING,"
              + " nodeCount :: INTEGER, tripleCount :: INTEGER, userCount :: INTEGER, itemCount ::"
              + " INTEGER, interactionCount :: INTEGER, skipped :: MAP, embeddingProperty :: STRING,"
              + " nodePropertiesWritten :: INTEGER, epochs :: INTEGER, lossPerEpoch :: LIST<FLOAT>,"
              + " metaLossPerEpoch :: LIST<FLOAT>, device :: STRING, readMillis :: INTEGER,"
              + " computeMillis :: INTEGER, metaMillis :: INTEGER, writeMillis :: INTEGER,"
              + " configuration :: MAP)");

  private static final String MINE = " WHERE name STARTS WITH 'metarec.' ";
  private static final Pattern SYNTAX =
      Pattern.compile(
          "CALL (metarec[\\w.]+)\\(([\\w, ]*)\\)\\s+YIELD ([\\w,\\s]+?)\\n\\s*(?:\\n|```)");
  private static final Pattern RESULTS =
      Pattern.compile("(?s)\\n## Results(?: of ([\\w.]+))?\\n(.*?)(?=\\n## )");
  private static final Pattern ROW = Pattern.compile("(?m)^\\| ((?:`\\w+`[, ]*)+) \\| ([^|]+) \\|");
  private static final Pattern NAME = Pattern.compile("\\w+");

  @RegisterExtension static final ProcedureDatabase DATABASE = new ProcedureDatabase();

  @Test
  void theyAreThoseThatWerePromised() {
    assertThat(
            DATABASE.texts(
                "SHOW PROCEDURES YIELD name, signature, mode"
                    + MINE
                    + "RETURN mode + ' ' + signature"))
        .containsExactlyInAnyOrderElementsOf(PROCEDURES);
    assertThat(DATABASE.texts("SHOW FUNCTIONS YIELD name, signature" + MINE + "RETURN signature"))
        .containsExactlyInAnyOrder(
            "metarec.embedding(node :: NODE, modelName = metarec :: STRING) :: LIST<ANY>",
            "metarec.version() :: STRING");
  }

  /** Where we say nothing, Neo4j repeats name and type. */
  @Test
  void everyParameterAndColumnIsDescribed() {
    assertThat(
            DATABASE.rows(
                "SHOW PROCEDURES YIELD name, description, argumentDescription, returnDescription"
                    + MINE
                    + "RETURN [description] + [one IN argumentDescription + returnDescription"
                    + " | one.description] AS words"))
        .flatExtracting(row -> row.get("words").asList(Value::asString))
        .allMatch(words -> !words.isBlank() && !words.contains(" :: "));
  }

  @Test
  void eachIsInTheTableOfTheReadme() {
    String readme = ProjectFiles.text(ProjectFiles.ROOT.resolve("README.md"));
    for (String kind : List.of("PROCEDURES", "FUNCTIONS")) {
      for (String name : DATABASE.texts("SHOW " + kind + " YIELD name" + MINE + "RETURN name")) {
        assertThat(readme).contains("`%s(".formatted(name));
      }
    }
  }

  @Test
  void thePagesTellOfEach() {
    Map<String, Record> procedures = new HashMap<>();
    DATABASE
        .rows(
            "SHOW PROCEDURES YIELD name, argumentDescription, returnDescription"
                + MINE
                + "RETURN name, [one IN argumentDescription | one.name] AS parameters,"
                + " [one IN returnDescription | one.name] AS names,"
                + " [one IN returnDescription | one.name + ' ' + one.type] AS columns")
        .forEach(row -> procedures.put(row.get("name").asString(), row));
    Set<String> told = new HashSet<>();
    for (String page : pages()) {
      for (MatchResult call : SYNTAX.matcher(page).results().toList()) {
        String name = call.group(1);
        Record procedure = procedures.get(name);
        assertThat(names(call.group(2))).isEqualTo(procedure.get("parameters").asList());
        assertThat(names(call.group(3))).isEqualTo(procedure.get("names").asList());
        assertThat(columnsOf(name, page)).isEqualTo(procedure.get("columns").asList());
        told.add(name);
      }
    }
    assertThat(told).isEqualTo(procedures.keySet());
  }

  private static List<String> pages() {
    return ProjectFiles.pages().stream()
        .map(ProjectFiles::text)
        .filter(page -> page.contains("\n## Syntax\n"))
        .toList();
  }

  private static List<String> names(String text) {
    return NAME.matcher(text).results().map(MatchResult::group).toList();
  }

  /** From the table of results; a page of several procedures has one for each. */
  private static List<String> columnsOf(String procedure, String page) {
    List<String> columns = new ArrayList<>();
    for (MatchResult section : RESULTS.matcher(page).results().toList()) {
      if (section.group(1) == null || procedure.endsWith("." + section.group(1))) {
        for (MatchResult row : ROW.matcher(section.group(2)).results().toList()) {
          String type = row.group(2).replace("&lt;", "<").replace("&gt;", ">");
          names(row.group(1)).forEach(column -> columns.add(column + " " + type));
        }
      }
    }
    return columns;
  }
}
