package org.metarec.triple;

import java.util.List;
import java.util.Optional;

/**
 * The set of triples known to be true, for filtering: for each entity the triples it is the head
 * of, and those it is the tail of. All replacements of one part of a triple are then looked up in
 * one place, which the processor's cache holds after the first: a hash table of all triples would
 * be read from memory for each. 16 bytes a triple, 8 an entity; a look-up costs the logarithm of
 * the entity's triples. A union keeps its first set apart, so that both can be asked. Immutable and
 * thread-safe.
 */
public final class KnownTriples {
  private final Neighbours ofHeads;
  private final Neighbours ofTails;
  private final Optional<KnownTriples> others;

  private KnownTriples(Neighbours ofHeads, Neighbours ofTails, Optional<KnownTriples> others) {
    this.ofHeads = ofHeads;
    this.ofTails = ofTails;
    this.others = others;
  }

  /**
   * The union of several sets of triples over the same entities and relations.
   *
   * @throws IllegalArgumentException if they are of different graphs
   */
  public static KnownTriples of(Triples first, Triples... more) {
    for (Triples other : more) {
      requireSameGraph(first, other);
    }
    return new KnownTriples(
        Neighbours.ofHeads(List.of(first)),
        Neighbours.ofTails(List.of(first)),
        more.length == 0 ? Optional.empty() : Optional.of(union(List.of(more))));
  }

  private static KnownTriples union(List<Triples> sets) {
    return new KnownTriples(Neighbours.ofHeads(sets), Neighbours.ofTails(sets), Optional.empty());
  }

  private static void requireSameGraph(Triples first, Triples other) {
    if (other.entityCount() != first.entityCount()
        || other.relationCount() != first.relationCount()) {
      throw new IllegalArgumentException(
          "triples over %d entities and %d relations; expected %d and %d"
              .formatted(
                  other.entityCount(),
                  other.relationCount(),
                  first.entityCount(),
                  first.relationCount()));
    }
  }

  /** The first set of the union alone; shares its memory. */
  public KnownTriples first() {
    return new KnownTriples(ofHeads, ofTails, Optional.empty());
  }

  public boolean contains(int head, int relation, int tail) {
    return ofHeads.contains(head, relation, tail)
        || (others.isPresent() && others.get().contains(head, relation, tail));
  }

  /** Whether a triple is known once one of its parts is replaced. */
  public boolean contains(Triples triples, int triple, Corruption corruption, int replacement) {
    int head = triples.head(triple);
    int relation = triples.relation(triple);
    int tail = triples.tail(triple);
    return switch (corruption) {
      case HEAD ->
          ofTails.contains(tail, relation, replacement)
              || (others.isPresent() && others.get().contains(replacement, relation, tail));
      case RELATION -> contains(head, replacement, tail);
      case TAIL -> contains(head, relation, replacement);
    };
  }
}
