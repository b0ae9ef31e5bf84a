package org.metarec.model.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

import com.google.common.primitives.Doubles;
import com.google.common.primitives.Floats;
import java.util.SplittableRandom;
import org.assertj.core.data.Offset;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.metarec.model.embedding.EntityTable;
import org.metarec.model.embedding.RelationPhases;
import org.metarec.model.embedding.RotatE;
import org.metarec.testing.RandomTables;
import org.metarec.testing.ReferenceRotatE;

/** The kernel's arithmetic against the reference. */
class ComplexRowTest {
  private static final Offset<Float> ROUNDING = within(1e-5f);

  private float[] head;
  private float[] phase;
  private float[] tail;
  private ComplexRow turned;
  private ComplexRow tailRow;
  private ComplexRow rotation;

  @ParameterizedTest
  @ValueSource(ints = {1, 15, 16, 17, 32, 50, 64})
  void rotationAndDistanceAreThoseOfTheReference(int dimension) {
    turnARandomHead(dimension);
    float[] expected = RotatE.rotate(head, phase);
    assertThat(flat(turned)).containsExactly(expected, ROUNDING);
    double distance = Kernel.PLAIN.rows(dimension).distance(turned, tailRow);
    assertThat(distance).isCloseTo(RotatE.distance(expected, tail), withinPercentage(1e-4));
    turned.setToTurnedBack(turned, rotation);
    assertThat(flat(turned)).containsExactly(head, ROUNDING);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 15, 16, 17, 32, 50, 64})
  void theGradientIsThatOfTheReference(int dimension) {
    turnARandomHead(dimension);
    ComplexRow ofTurned = new ComplexRow(dimension);
    ComplexRow ofTail = new ComplexRow(dimension);
    float[] ofPhase = new float[dimension];
    Kernel.PLAIN.rows(dimension).addDistanceGradient(turned, tailRow, 1, ofTurned, ofTail);
    turned.addPhaseGradient(ofTurned, 1, ofPhase);
    ofTurned.setToTurnedBack(ofTurned, rotation);
    ReferenceRotatE.Gradient expected =
        ReferenceRotatE.gradient(
            ReferenceRotatE.doubles(head),
            ReferenceRotatE.doubles(phase),
            ReferenceRotatE.doubles(tail));
    assertThat(flat(ofTurned)).containsExactly(floats(expected.head()), ROUNDING);
    assertThat(flat(ofTail)).containsExactly(floats(expected.tail()), ROUNDING);
    assertThat(ofPhase).containsExactly(floats(expected.phase()), ROUNDING);
  }

  private void turnARandomHead(int dimension) {
    SplittableRandom random = new SplittableRandom(dimension);
    head = RandomTables.floats(random, 2 * dimension);
    phase = RandomTables.floats(random, dimension);
    tail = RandomTables.floats(random, 2 * dimension);
    rotation = ComplexRow.of(new RelationPhases(dimension, phase), 0);
    tailRow = ComplexRow.of(new EntityTable(dimension, tail), 0);
    turned = ComplexRow.of(new EntityTable(dimension, head), 0);
    turned.setToTurned(turned, rotation);
  }

  private float[] flat(ComplexRow row) {
    float[] values = new float[head.length];
    row.copyTo(values);
    return values;
  }

  private static float[] floats(double[] values) {
    return Floats.toArray(Doubles.asList(values));
  }
}
