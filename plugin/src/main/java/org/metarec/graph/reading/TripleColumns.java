package org.metarec.graph.reading;

import com.google.common.primitives.ImmutableIntArray;
import org.metarec.triple.Progress;
import org.metarec.triple.RowOrder;
import org.metarec.triple.Triples;

/** Triples as they are found, to be sorted and made distinct. */
final class TripleColumns {
  private final ImmutableIntArray.Builder heads;
  private final ImmutableIntArray.Builder relations;
  private final ImmutableIntArray.Builder tails;

  /**
   * @param most triples that will be added: to grow would take twice the memory
   */
  TripleColumns(int most) {
    heads = ImmutableIntArray.builder(most);
    relations = ImmutableIntArray.builder(most);
    tails = ImmutableIntArray.builder(most);
  }

  /** Adds a triple, unless an end is -1: a node that is no longer there. */
  void add(int head, int relation, int tail) {
    if (head >= 0 && tail >= 0) {
      heads.add(head);
      relations.add(relation);
      tails.add(tail);
    }
  }

  /** The distinct triples by relation, head and tail. */
  Triples toTriples(int entityCount, int relationCount, Progress progress) {
    ImmutableIntArray allHeads = heads.build();
    ImmutableIntArray allRelations = relations.build();
    ImmutableIntArray allTails = tails.build();
    int[] rows =
        new RowOrder(allHeads.length(), progress)
            .by(allTails::get)
            .by(allHeads::get)
            .by(allRelations::get)
            .rows();
    int size = 0;
    for (int row : rows) {
      progress.checkRunning();
      int last = size == 0 ? -1 : rows[size - 1];
      boolean repeated =
          last >= 0
              && allTails.get(row) == allTails.get(last)
              && allHeads.get(row) == allHeads.get(last)
              && allRelations.get(row) == allRelations.get(last);
      if (!repeated) {
        rows[size++] = row; // never ahead of what is read
      }
    }
    return new Triples(
        entityCount,
        relationCount,
        column(allHeads, rows, size),
        column(allRelations, rows, size),
        column(allTails, rows, size));
  }

  private static int[] column(ImmutableIntArray all, int[] rows, int size) {
    int[] column = new int[size];
    for (int i = 0; i < size; i++) {
      column[i] = all.get(rows[i]);
    }
    return column;
  }
}
