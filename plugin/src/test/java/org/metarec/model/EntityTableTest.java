package org.metarec.model;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class EntityTableTest {

  @Test
  void aTableOfNoWholeRowsIsRefused() {
    assertThatThrownBy(() -> new EntityTable(3, new float[7]))
        .hasMessage("7 floats are no whole rows of 6");
  }
}
