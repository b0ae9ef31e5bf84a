package org.metarec.graph.reading;

import com.google.common.primitives.ImmutableIntArray;
import java.util.Arrays;
import org.metarec.triple.RowOrder;
import org.metarec.triple.Triples;

/** Triples as they are found, to be sorted and made distinct. */
public final class TripleColumns {
  private final ImmutableIntArray.Builder heads = ImmutableIntArray.builder();
  private final ImmutableIntArray.Builder relations = ImmutableIntArray.builder();
  private final ImmutableIntArray.Builder tails = ImmutableIntArray.builder();

  /** Adds a triple, unless an end is -1: a node that is no longer there. */
  public void add(int head, int relation, int tail) {
    if (head >= 0 && tail >= 0) {
      heads.add(head);
      relations.add(relation);
      tails.add(tail);
    }
  }

  /** The distinct triples by relation, head and tail. */
  public Triples toTriples(int entityCount, int relationCount) {
    ImmutableIntArray allHeads = heads.build();
    ImmutableIntArray allRelations = relations.build();
    ImmutableIntArray allTails = tails.build();
    int[] rows =
        new RowOrder(allHeads.length())
            .by(allTails::get)
            .by(allHeads::get)
            .by(allRelations::get)
            .rows();
    int[] distinct = new int[rows.length];
    int size = 0;
    for (int row : rows) {
      int last = size == 0 ? -1 : distinct[size - 1];
      boolean repeated =
          last >= 0
              && allTails.get(row) == allTails.get(last)
              && allHeads.get(row) == allHeads.get(last)
              && allRelations.get(row) == allRelations.get(last);
      if (!repeated) {
        distinct[size++] = row;
      }
    }
    int[] order = Arrays.copyOf(distinct, size);
    return new Triples(
        entityCount,
        relationCount,
        Arrays.stream(order).map(allHeads::get).toArray(),
        Arrays.stream(order).map(allRelations::get).toArray(),
        Arrays.stream(order).map(allTails::get).toArray());
  }
}
