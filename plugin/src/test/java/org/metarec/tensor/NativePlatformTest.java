package org.metarec.tensor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.djl.util.Platform;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.metarec.PlatformException;
import org.metarec.testing.ProjectFiles;

class NativePlatformTest {

  @ParameterizedTest(name = "{0} on {1}")
  @CsvSource({
    "Linux, amd64, linux-x86_64",
    "Linux, aarch64, linux-aarch64",
    "Mac OS X, aarch64, osx-aarch64",
    "Mac OS X, x86_64, osx-x86_64",
    "Windows Server 2022, amd64, win-x86_64"
  })
  void aPlatformHasTheNameThatDjlGivesIt(String system, String processor, String name) {
    assertThat(NativePlatform.name(system, processor)).isEqualTo(name);
  }

  @Test
  void thisMachineHasTheNameThatDjlGivesIt() {
    assertThat(NativePlatform.here()).isEqualTo(Platform.fromSystem("pytorch").getClassifier());
  }

  @Test
  void aJarOfAnotherPlatformIsRefusedWithBothNamesAndTheWayOut() {
    assertThatThrownBy(() -> NativePlatform.require(Set.of("linux-x86_64"), "osx-aarch64"))
        .isInstanceOf(PlatformException.class)
        .hasMessageContaining("holds PyTorch for linux-x86_64")
        .hasMessageContaining("runs on osx-aarch64")
        .hasMessageContaining("-Dmetarec.platform=osx-aarch64");
  }

  @Test
  void wherePyTorchIsNotToBeHadNoBuildIsAdvised() {
    assertThatThrownBy(() -> NativePlatform.require(Set.of("linux-x86_64"), "osx-x86_64"))
        .isInstanceOf(PlatformException.class)
        .hasMessageContaining("run Neo4j on one of these")
        .hasMessageNotContaining("mvn");
  }

  @Test
  void ofSeveralNativesOneThatFitsIsEnough() {
    assertThatCode(
            () -> NativePlatform.require(Set.of("linux-x86_64", "osx-aarch64"), "osx-aarch64"))
        .doesNotThrowAnyException();
  }

  static Stream<String> otherThanTheDefault() {
    return NativePlatform.PUBLISHED.stream().skip(1);
  }

  @ParameterizedTest
  @MethodSource("otherThanTheDefault")
  void aMachineOfAnotherPlatformBuildsForItByItself(String platform) {
    String pom = ProjectFiles.text(ProjectFiles.ROOT.resolve("pom.xml"));
    String profile = "<id>" + platform + "</id>\\s*<activation><os>.*</os></activation>\\s*";
    assertThat(pom).containsPattern(profile + "<properties><metarec.platform>" + platform + "</");
  }
}
