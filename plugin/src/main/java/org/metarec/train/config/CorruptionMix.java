package org.metarec.train.config;

import java.util.List;
import java.util.Locale;
import org.metarec.triple.Corruption;

/** Which parts of the triples are corrupted; batches take the parts in turn. */
public enum CorruptionMix {
  /** Head : relation : tail as 1 : 1 : 1. */
  MIXED,
  /** Head : tail as 1 : 1. */
  ENTITY;

  /** As a user types it. */
  public String typedName() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** What is corrupted in a batch, counted from 0 over all epochs. */
  public Corruption of(long batch) {
    List<Corruption> turns =
        switch (this) {
          case MIXED -> List.of(Corruption.HEAD, Corruption.RELATION, Corruption.TAIL);
          case ENTITY -> List.of(Corruption.HEAD, Corruption.TAIL);
        };
    return turns.get((int) (batch % turns.size()));
  }
}
