package org.metarec.triple;

/** The part of a triple that is replaced to make a false one of it. */
public enum Corruption {
  HEAD,
  RELATION,
  TAIL;

  /** How many values the replaced part can take. */
  public int choices(Triples triples) {
    return this == RELATION ? triples.relationCount() : triples.entityCount();
  }

  /** The part of a triple that this corruption replaces. */
  public int part(Triples triples, int triple) {
    return switch (this) {
      case HEAD -> triples.head(triple);
      case RELATION -> triples.relation(triple);
      case TAIL -> triples.tail(triple);
    };
  }
}
