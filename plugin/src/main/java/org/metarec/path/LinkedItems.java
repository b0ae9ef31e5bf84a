package org.metarec.path;

import java.util.BitSet;
import java.util.List;
import java.util.stream.IntStream;

/**
 * How many items one relation or feature links with anything, of the known ones, which have
 * interactions, and of the others; those that nothing is known of do not count as others.
 *
 * @param ofKnown known items that it links
 * @param known all known items
 * @param ofOthers others that it links
 * @param others all others that any links
 */
public record LinkedItems(long ofKnown, long known, long ofOthers, long others) {
  /** Were the others like the known ones, so many would be linked. */
  private static final int ENOUGH = 10;

  /**
   * Counts.
   *
   * @param known items; not changed
   * @return one for each relation, in their order
   */
  public static List<LinkedItems> of(PathIndex paths, BitSet known) {
    BitSet others = new BitSet();
    List<PathRelation> relations =
        IntStream.range(0, paths.relationCount()).mapToObj(paths::relation).toList();
    relations.forEach(relation -> others.or(linked(relation, paths.itemCount())));
    others.andNot(known);
    return relations.stream().map(relation -> of(relation, known, others)).toList();
  }

  private static LinkedItems of(PathRelation relation, BitSet known, BitSet others) {
    return new LinkedItems(
        known.stream().filter(relation::links).count(),
        known.cardinality(),
        others.stream().filter(relation::links).count(),
        others.cardinality());
  }

  private static BitSet linked(PathRelation relation, int itemCount) {
    BitSet linked = new BitSet();
    IntStream.range(0, itemCount).filter(relation::links).forEach(linked::set);
    return linked;
  }

  /**
   * Whether nearly none but known items are linked, a tenth at most of what would be if the others
   * were like them: as where it was made of interactions, which a new item cannot have.
   */
  public boolean areKnownAlone() {
    double expected = (double) others * ofKnown / known;
    return expected >= ENOUGH && ofOthers <= expected / 10;
  }
}
