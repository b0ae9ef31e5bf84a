package org.metarec.triple;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ProgressTest {

  @Test
  void aPartFillsItsPlaceInTheWholeAndStopsWithIt() {
    List<String> reports = new ArrayList<>();
    Progress whole =
        new Progress() {
          @Override
          public void report(String stage, double fraction) {
            reports.add(stage + " " + fraction);
          }

          @Override
          public void waiting(String stage) {
            reports.add(stage);
          }

          @Override
          public void checkRunning() {
            throw new IllegalStateException("stopped");
          }
        };
    Progress part = whole.between(0.5, 1.0);
    part.report("begin", 0);
    part.report("half", 0.5);
    part.waiting("for others");
    assertThat(reports).containsExactly("begin 0.5", "half 0.75", "for others");
    assertThatThrownBy(part::checkRunning).hasMessage("stopped");
  }
}
