package org.metarec.tensor;

import ai.djl.Device;
import ai.djl.engine.Engine;
import ai.djl.ndarray.NDManager;
import ai.djl.pytorch.jni.JniUtils;
import java.util.function.Supplier;
import org.metarec.InvalidConfigException;

/** A processor or GPU that the tensor engine computes on. Ask only after {@link EngineStart}. */
public final class EngineDevice {
  private static final String CUDA = "cuda:";

  private final Device device;

  private EngineDevice(Device device) {
    this.device = device;
  }

  /**
   * Notes it if a device has another name than a user may type: 'auto', 'cpu', 'gpu' or 'cuda:N'.
   * Does not ask whether it is there.
   */
  public static void requireName(String name, InvalidConfigException.Problems problems) {
    problems.require(
        name.matches("auto|cpu|gpu|cuda:\\d{1,3}"),
        "device",
        "'" + name + "'",
        "must be 'auto', 'cpu', 'gpu' or 'cuda:0'");
  }

  /**
   * Finds a device by the name the user types.
   *
   * @param name 'auto' (a GPU where there is one), 'cpu', 'gpu' or 'cuda:N'
   * @throws InvalidConfigException if the name is another, or that GPU is not there
   */
  public static EngineDevice named(String name) {
    var problems = new InvalidConfigException.Problems();
    requireName(name, problems);
    problems.throwIfAny();
    int gpus = Engine.getInstance().getGpuCount();
    if (name.equals("cpu") || (name.equals("auto") && gpus == 0)) {
      return new EngineDevice(Device.cpu());
    }
    int number = name.startsWith(CUDA) ? Integer.parseInt(name.substring(CUDA.length())) : 0;
    problems.require(number < gpus, "device", "'" + name + "'", wayOut(gpus));
    problems.throwIfAny();
    return new EngineDevice(Device.gpu(number));
  }

  private static String wayOut(int gpus) {
    return gpus > 0
        ? "PyTorch sees only cuda:0 to cuda:%d here".formatted(gpus - 1)
        : "PyTorch sees no GPU here. That of the jar is for the processor: start Neo4j with "
            + NativePlatform.OTHER_FOLDER
            + " set to the lib folder of a libtorch for CUDA, or use 'cpu' or 'auto'";
  }

  /**
   * A manager of what the calling thread computes on this device. PyTorch lets a new thread compute
   * with as many threads as the machine has, until it is first asked for their number: the first
   * sums would be split differently and differ in bits from all later ones. The caller closes it.
   */
  public NDManager newManager() {
    JniUtils.getNumThreads();
    return NDManager.newBaseManager(device);
  }

  /** What is made in a manager, which is closed if that fails, as where the device is full. */
  public static <T> T orClose(NDManager manager, Supplier<T> making) {
    try {
      return making.get();
    } catch (RuntimeException | Error failure) {
      manager.close();
      throw failure;
    }
  }

  public boolean isGpu() {
    return device.isGpu();
  }

  /** 'cpu' or 'cuda:N'. */
  public String name() {
    return isGpu() ? CUDA + device.getDeviceId() : "cpu";
  }
}
