package org.metarec.path;

/** Which way a relationship between two items runs, seen from one of them. */
public enum LinkDirection {
  /** To the other item. */
  OUTGOING,
  /** From the other item. */
  INCOMING;

  LinkDirection opposite() {
    return this == OUTGOING ? INCOMING : OUTGOING;
  }
}
