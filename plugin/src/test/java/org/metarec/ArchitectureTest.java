package org.metarec;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.simpleNameStartingWith;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.library.dependencies.SliceAssignment;
import com.tngtech.archunit.library.dependencies.SliceIdentifier;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.neo4j.graphdb.GraphDatabaseService;
import org.neo4j.procedure.Procedure;
import org.neo4j.procedure.UserFunction;

/**
 * The table of rooms as a test. Plain test methods, because Surefire silently skips ArchUnit's own
 * annotated fields (TNG/ArchUnit #1442).
 */
class ArchitectureTest {
  private static final String ROOT = "org.metarec";

  /** Room → the rooms it may import, besides the exceptions in the root. */
  private static final Map<String, Set<String>> MAY_IMPORT =
      Map.of(
          "triple", Set.of(),
          "path", Set.of("triple"),
          "model", Set.of("triple", "path"),
          "eval", Set.of("triple", "model"),
          "train", Set.of("triple", "model", "eval"),
          "meta", Set.of("triple", "path", "model", "eval"),
          "tensor", Set.of("triple", "model", "train", "meta"),
          "recommend", Set.of("triple", "path", "model", "meta"),
          "graph", Set.of("triple", "path", "model", "meta"),
          "procedure",
              Set.of(
                  "triple",
                  "path",
                  "model",
                  "eval",
                  "train",
                  "meta",
                  "tensor",
                  "recommend",
                  "graph"));

  private static final JavaClasses CLASSES =
      new ClassFileImporter().withImportOption(new DoNotIncludeTests()).importPackages(ROOT);

  static Stream<String> rooms() {
    return MAY_IMPORT.keySet().stream().sorted();
  }

  /** The last one may import all others. */
  static Stream<String> roomsWithoutTheShell() {
    return rooms().filter(room -> MAY_IMPORT.get(room).size() < MAY_IMPORT.size() - 1);
  }

  @ParameterizedTest
  @MethodSource("roomsWithoutTheShell")
  void aRoomImportsOnlyWhatItsRowAllows(String room) {
    String[] forbidden =
        rooms()
            .filter(other -> !other.equals(room) && !MAY_IMPORT.get(room).contains(other))
            .map(other -> ROOT + "." + other + "..")
            .toArray(String[]::new);
    noClasses()
        .that()
        .resideInAPackage(ROOT + "." + room + "..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(forbidden)
        .check(CLASSES);
  }

  @Test
  void everyClassHasARoom() {
    String[] homes =
        Stream.concat(Stream.of(ROOT), rooms().map(room -> ROOT + "." + room + ".."))
            .toArray(String[]::new);
    classes().should().resideInAnyPackage(homes).check(CLASSES);
    assertThat(MAY_IMPORT).hasSizeLessThanOrEqualTo(10);
  }

  /** No two packages of these rooms need each other, directly or by way of others. */
  @ParameterizedTest
  @MethodSource("rooms")
  void packagesOfARoomGoOneWay(String room) {
    SliceAssignment packages =
        new SliceAssignment() {
          @Override
          public SliceIdentifier getIdentifierOf(JavaClass each) {
            return each.getPackageName().startsWith(ROOT + "." + room)
                ? SliceIdentifier.of(each.getPackageName())
                : SliceIdentifier.ignore();
          }

          @Override
          public String getDescription() {
            return "packages of " + room;
          }
        };
    slices().assignedFrom(packages).should().beFreeOfCycles().check(CLASSES);
  }

  @Test
  void onlyTheEdgesKnowNeo4j() {
    noClasses()
        .that()
        .resideOutsideOfPackages("..graph..", "..procedure..")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("org.neo4j..")
        .check(CLASSES);
  }

  @Test
  void onlyTensorKnowsTheEngine() {
    noClasses()
        .that()
        .resideOutsideOfPackage("..tensor..")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("ai.djl..")
        .check(CLASSES);
  }

  /** Learning takes the engine, and adapting all users may; recommend and its kin do without. */
  @Test
  void answersNeedNoEngine() {
    String kin = "Recommend|Explain|Similar|Complet|Embedding|UserRequest|UserArguments";
    noClasses()
        .that()
        .haveNameMatching(ROOT + "\\.procedure\\.(user\\.)?(" + kin + ").*")
        .should()
        .dependOnClassesThat(
            resideInAPackage("..tensor..").or(simpleNameStartingWith("WeightDevice")))
        .check(CLASSES);
  }

  @Test
  void allRandomnessComesFromASeed() {
    noClasses()
        .should()
        .callConstructor(Random.class) // the ones without a seed
        .orShould()
        .callConstructor(SplittableRandom.class)
        .orShould()
        .callMethod(Math.class, "random")
        .orShould()
        .callMethod(ThreadLocalRandom.class, "current")
        .check(CLASSES);
  }

  /** The timeout that the database sets is one for queries; trainings are bounded by it. */
  @Test
  void transactionsThatServeSayHowLongTheyMayTake() {
    noClasses()
        .that()
        .resideInAPackage("..graph..")
        .should()
        .callMethod(GraphDatabaseService.class, "beginTx")
        .check(CLASSES);
  }

  @Test
  void proceduresLiveInTheShell() {
    methods()
        .that()
        .areAnnotatedWith(Procedure.class)
        .or()
        .areAnnotatedWith(UserFunction.class)
        .should()
        .beDeclaredInClassesThat()
        .resideInAPackage("..procedure..")
        .check(CLASSES);
  }
}
