package org.metarec.tensor.rotate;

import java.util.stream.IntStream;
import org.metarec.train.step.Batch;
import org.metarec.triple.Corruption;

/**
 * The gradients of one batch for one kind of corruption. In the comments B is the number of triples
 * of the batch, b that of a stretch, P that of the pairs of each.
 */
interface CorruptionProgram {

  /** Writes the losses of a stretch and adds up the gradients of its pairs. */
  void run(MicroBatch micro, PairLoss loss);

  /** Hands over the gradients that were summed over all stretches. */
  void finish();

  /** The entities that a batch moves; some more than once. */
  static IntStream entities(Batch batch) {
    IntStream positions = IntStream.range(0, batch.size());
    IntStream ends =
        switch (batch.corruption()) {
          case HEAD -> positions.map(batch::tail);
          case RELATION -> positions.flatMap(i -> IntStream.of(batch.head(i), batch.tail(i)));
          case TAIL -> positions.map(batch::head);
        };
    return batch.corruption() == Corruption.RELATION
        ? ends
        : IntStream.concat(ends, candidates(batch));
  }

  /** The relations that a batch moves; some more than once. */
  static IntStream relations(Batch batch) {
    return batch.corruption() == Corruption.RELATION
        ? candidates(batch)
        : IntStream.range(0, batch.size()).map(batch::relation);
  }

  private static IntStream candidates(Batch batch) {
    return IntStream.range(0, batch.pairs()).map(batch::candidate).filter(row -> row >= 0);
  }
}
