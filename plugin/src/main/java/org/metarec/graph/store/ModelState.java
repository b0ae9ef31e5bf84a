package org.metarec.graph.store;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** Whether a model serves. */
enum ModelState {
  /** Its first training has begun and not ended. */
  TRAINING,
  /** It serves, even while it is trained again. */
  LIVE,
  /** It is being removed; the next drop or training finishes that. */
  DROPPING;

  /** As it stands on the model node. */
  String text() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Empty for any other text. */
  static Optional<ModelState> ofText(String text) {
    return Stream.of(values()).filter(state -> state.text().equals(text)).findFirst();
  }
}
