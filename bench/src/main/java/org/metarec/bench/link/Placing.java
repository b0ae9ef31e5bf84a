package org.metarec.bench.link;

import java.util.Arrays;
import java.util.BitSet;
import java.util.Locale;
import org.metarec.model.embedding.EntityTable;
import org.metarec.model.embedding.Induction;
import org.metarec.model.embedding.RotatE;
import org.metarec.train.TrainedRotatE;
import org.metarec.triple.Triples;

/** Ways to give hidden entities a row without training. */
enum Placing {
  MEAN_ENTITY {
    @Override
    float[] row(int hidden, Triples told, TrainedRotatE known, float[] meanRow) {
      return meanRow;
    }
  },
  /** The mean of the places where the relations want the entity, all of one weight. */
  PLAIN_MEAN {
    @Override
    float[] row(int hidden, Triples told, TrainedRotatE known, float[] meanRow) {
      float[] sum = new float[meanRow.length];
      int places = 0;
      for (int i = 0; i < told.size(); i++) {
        if (told.head(i) == hidden || told.tail(i) == hidden) {
          add(sum, place(i, hidden, told, known));
          places++;
        }
      }
      return places == 0 ? meanRow : scaled(sum, 1f / places);
    }

    private float[] place(int triple, int hidden, Triples told, TrainedRotatE known) {
      float[] phase = known.phases().row(told.relation(triple));
      return told.head(triple) == hidden
          ? RotatE.rotateBack(known.entities().row(told.tail(triple)), phase)
          : RotatE.rotate(known.entities().row(told.head(triple)), phase);
    }
  },
  /** {@link Induction}, as the plugin does. */
  INDUCED {
    @Override
    float[] row(int hidden, Triples told, TrainedRotatE known, float[] meanRow) {
      Induction induction = new Induction(meanRow.length / 2);
      for (int i = 0; i < told.size(); i++) {
        float[] phase = known.phases().row(told.relation(i));
        boolean isHead = told.head(i) == hidden;
        if (isHead || told.tail(i) == hidden) {
          int other = isHead ? told.tail(i) : told.head(i);
          induction.add(told.relation(i), isHead, known.entities().row(other), phase);
        }
      }
      return induction.embedding(meanRow);
    }
  };

  /** The row of one hidden entity, {@code float[2d]}. */
  abstract float[] row(int hidden, Triples told, TrainedRotatE known, float[] meanRow);

  String words() {
    return name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }

  /** The known rows, and one for each hidden entity. */
  EntityTable table(HiddenEntities graph, TrainedRotatE known) {
    EntityTable entities = known.entities();
    int width = 2 * entities.dimension();
    BitSet all = new BitSet();
    all.set(0, graph.knownCount());
    float[] meanRow = entities.mean(all).row(0);
    float[] values = Arrays.copyOf(entities.values(), graph.told().entityCount() * width);
    for (int hidden = graph.knownCount(); hidden < graph.told().entityCount(); hidden++) {
      float[] row = row(hidden, graph.told(), known, meanRow);
      System.arraycopy(row, 0, values, hidden * width, width);
    }
    return new EntityTable(entities.dimension(), values);
  }

  private static void add(float[] sum, float[] row) {
    for (int i = 0; i < sum.length; i++) {
      sum[i] += row[i];
    }
  }

  private static float[] scaled(float[] row, float scale) {
    float[] scaled = new float[row.length];
    for (int i = 0; i < row.length; i++) {
      scaled[i] = scale * row[i];
    }
    return scaled;
  }
}
