package org.metarec.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class CypherScriptTest {
  @Test
  void aScriptFallsIntoStatementsAtSemicolons() {
    assertThat(CypherScript.statements("RETURN 1;\n\n;RETURN 6 / 2"))
        .containsExactly("RETURN 1", "RETURN 6 / 2");
  }

  @Test
  void commentsAreLeftOutWithTheirSemicolonsAndQuotes() {
    assertThat(CypherScript.statements("// it's one; no, two\nRETURN 1; /* ' ; \n \" */ RETURN 2;"))
        .containsExactly("RETURN 1", "RETURN 2");
  }

  @Test
  void quotedTextsAndNamesStayWhole() {
    String statement = "RETURN 'a;\\'b//c' + \"d;'\\\\\" AS `e;\"//f`";
    assertThat(CypherScript.statements(statement + ";")).containsExactly(statement);
  }

  @Test
  void aQuoteThatIsNotClosedIsRefused() {
    assertThatThrownBy(() -> CypherScript.statements("RETURN 1;\nRETURN 'a;"))
        .hasMessage("what begins with ' in line 2 of the script is not closed");
  }

  @Test
  void aCommentThatIsNotClosedIsRefused() {
    assertThatThrownBy(() -> CypherScript.statements("RETURN 1; /* to be continued"))
        .hasMessageContaining("what begins with /");
  }

  @Test
  void anUnknownScriptIsRefused() {
    assertThatThrownBy(() -> CypherScript.named("load.cypher"))
        .hasMessage("no script load.cypher in the cypher folder");
  }
}
