package org.metarec.procedure.user;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.metarec.meta.inner.UserAdapter;
import org.metarec.meta.inner.UserClicks;
import org.metarec.model.taste.UserWeights;
import org.metarec.tensor.EngineDevice;
import org.metarec.tensor.EngineStart;
import org.metarec.tensor.meta.BatchAdapter;
import org.metarec.triple.Progress;
import org.metarec.triple.Workers;

/** Where users' weights are computed. */
sealed interface WeightDevice extends AutoCloseable {
  String PROCESSOR = "cpu";

  /**
   * The device that a caller asked for; the tensor engine is started only to look for a GPU.
   *
   * @param nativesFolder where the engine unpacks its libraries
   * @param progress asked before each user whether to go on, where they come one by one
   * @throws org.metarec.InvalidConfigException if there is no such device
   */
  static WeightDevice of(AdaptConfig config, Path nativesFolder, Progress progress) {
    if (!config.device().equals(PROCESSOR)) {
      EngineStart.start(nativesFolder);
      EngineDevice device = EngineDevice.named(config.device());
      if (device.isGpu()) {
        return new Gpu(device);
      }
    }
    return new Processor(new Workers(config.concurrency()), progress);
  }

  /** 'cpu' or 'cuda:N'. */
  String name();

  /** The weights of each user, in their order. */
  List<UserWeights> adapt(UserAdapter adapter, List<UserClicks> users);

  @Override
  void close();

  /** User by user, in plain Java. */
  record Processor(Workers workers, Progress progress) implements WeightDevice {

    @Override
    public String name() {
      return PROCESSOR;
    }

    @Override
    public List<UserWeights> adapt(UserAdapter adapter, List<UserClicks> users) {
      UserWeights[] weights = new UserWeights[users.size()];
      workers.run(
          users.size(),
          user -> {
            progress.checkRunning();
            weights[user] = adapter.adapt(users.get(user));
          });
      return Arrays.asList(weights);
    }

    @Override
    public void close() {
      workers.close();
    }
  }

  /** All users at once, by the tensor program. */
  record Gpu(EngineDevice device) implements WeightDevice {

    @Override
    public String name() {
      return device.name();
    }

    @Override
    public List<UserWeights> adapt(UserAdapter adapter, List<UserClicks> users) {
      try (BatchAdapter batched = new BatchAdapter(adapter, device)) {
        return batched.adapt(users);
      }
    }

    @Override
    public void close() {}
  }
}
