package org.metarec.procedure.user;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.Test;
import org.metarec.meta.inner.SupportSet;
import org.metarec.meta.inner.UserAdapter;
import org.metarec.meta.inner.UserClicks;
import org.metarec.testing.Impatient;
import org.metarec.testing.LearnedExample;

class WeightDeviceTest {

  @Test
  void theProcessorIsAskedForEachUserWhetherToGoOn() {
    AdaptConfig config = new AdaptConfig("metarec", "cpu", 2, 1000);
    SupportSet support = new SupportSet(new int[] {3}, new float[] {Float.NaN}, new double[1]);
    List<UserClicks> users = Collections.nCopies(10, new UserClicks(List.of(), support));

    UserAdapter light = new UserAdapter(LearnedExample.MODEL);
    try (WeightDevice device = WeightDevice.of(config, Path.of("none"), new Impatient(19))) {
      assertThat(device.adapt(light, users)).hasSize(10);
      assertThatThrownBy(() -> device.adapt(light, users))
          .isInstanceOf(CancellationException.class);
    }
  }
}
