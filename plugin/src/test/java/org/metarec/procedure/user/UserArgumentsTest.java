package org.metarec.procedure.user;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.metarec.InvalidConfigException;
import org.metarec.procedure.argument.ConfigMap;

class UserArgumentsTest {

  private static List<String> problems(Object user, Map<String, Object> given) {
    ConfigMap config = ConfigMap.of(given);
    UserArguments.read(config, user, Optional::empty);
    InvalidConfigException found =
        catchThrowableOfType(InvalidConfigException.class, config::throwIfAny);
    return found == null ? List.of() : found.problems();
  }

  @Test
  void nobodyWithoutClicksIsToldHowVisitorsAsk() {
    assertThat(problems(null, Map.of()))
        .singleElement()
        .asString()
        .startsWith("user is null")
        .endsWith("or that nothing was: {clicks: []}");
    assertThat(problems(null, Map.of("clicks", List.of()))).isEmpty();
  }

  @Test
  void aVisitorWithWrongClicksIsToldOfThese() {
    assertThat(problems(null, Map.of("clicks", "m1")))
        .singleElement()
        .asString()
        .startsWith("clicks is 'm1'");
  }
}
