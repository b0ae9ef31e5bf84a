package org.metarec.graph.store;

import java.util.Locale;

/** The two places of a model's node properties: one is live, the next training writes the other. */
enum Slot {
  A,
  B;

  /** As it stands in names of properties: "a" or "b". */
  String suffix() {
    return name().toLowerCase(Locale.ROOT);
  }

  Slot other() {
    return this == A ? B : A;
  }

  static Slot ofSuffix(String suffix) {
    return valueOf(suffix.toUpperCase(Locale.ROOT));
  }
}
