package org.metarec.procedure.training;

import java.util.Arrays;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.metarec.InvalidConfigException;
import org.metarec.graph.GraphSchema;
import org.metarec.graph.SchemaConfig;
import org.metarec.graph.SchemaRole;
import org.metarec.graph.store.ModelStore;
import org.metarec.meta.config.MetaConfig;
import org.metarec.meta.config.ModelPart;
import org.metarec.meta.config.WarmStartConfig;
import org.metarec.model.taste.InnerSolver;
import org.metarec.procedure.argument.ConfigMap;
import org.metarec.procedure.argument.CypherValue;
import org.metarec.train.config.CorruptionMix;
import org.metarec.train.config.RotatEConfig;

/**
 * All that a training is configured by. The settings of each room are its own record; device,
 * concurrency and sudo say how to run, and do not change what is learned.
 *
 * @param given the caller's map
 * @param writeProperty stem of the node properties that hold what is learned
 * @param warm whether training goes on from the live model
 * @param device 'auto', 'cpu', 'gpu' or 'cuda:N'
 * @param concurrency threads
 * @param sudo whether to train although the estimate says that it does not fit
 * @param used every value, given or default, by the key that the user types
 */
public record TrainConfig(
    Map<String, Object> given,
    String modelName,
    String writeProperty,
    SchemaConfig schema,
    RotatEConfig rotatE,
    MetaConfig meta,
    WarmStartConfig warm,
    String device,
    int concurrency,
    boolean sudo,
    Map<String, Object> used) {

  private static final String DEFAULT_STEM = "rotate";

  /** Users of a graph that nobody has looked at. */
  private static final long MANY = Long.MAX_VALUE / 2;

  /** Keys that a warm start does not take over from the live model. */
  private static final Set<String> OF_THIS_RUN =
      Set.of("modelName", "device", "concurrency", "sudo", "warmStart", "ewcWeight");

  /** Keys whose values are in what was learned: a warm start cannot have others. */
  private static final List<String> AS_BEFORE =
      List.of("embeddingDimension", "head", "innerSteps", "innerLearningRate", "without");

  private static final Map<String, CorruptionMix> CORRUPTIONS =
      byName(CorruptionMix.values(), CorruptionMix::typedName);
  private static final Map<String, InnerSolver> HEADS =
      byName(InnerSolver.values(), InnerSolver::typedName);
  private static final Map<String, ModelPart> PARTS =
      byName(ModelPart.values(), ModelPart::typedName);

  private static <T> Map<String, T> byName(T[] values, Function<T, String> name) {
    return Arrays.stream(values).collect(Collectors.toMap(name, value -> value));
  }

  /**
   * Reads a caller's map, before the graph is known.
   *
   * @param given may be null
   * @throws InvalidConfigException lists all that is wrong
   */
  public static TrainConfig read(Map<String, Object> given) {
    return read(given == null ? Map.of() : given, RotatEConfig.DEFAULTS, MANY, Map.of());
  }

  /**
   * The same map, its missing keys filled with the defaults for a graph of this size.
   *
   * @return different ones, to be tried where there are several
   */
  public List<TrainConfig> forGraph(long entities, long triples, long activeUsers) {
    return RotatEConfig.defaultsFor(entities, triples).stream()
        .map(defaults -> read(given, defaults, activeUsers, Map.of()))
        .distinct()
        .toList();
  }

  /**
   * The same map, its missing keys filled with the settings of the model that a warm start goes on
   * from.
   *
   * @param live every setting of that model with the value used
   * @param graphKeys those keys of the graph that were given to it; what it found is found anew
   * @throws InvalidConfigException if the map asks for embeddings of another length, or for another
   *     start or other parts of the meta-learner
   */
  TrainConfig continuing(Map<String, Object> live, Set<String> graphKeys) {
    Map<String, Object> all = new HashMap<>(given);
    Stream.concat(used.keySet().stream(), graphKeys.stream())
        .filter(key -> !OF_THIS_RUN.contains(key) && live.containsKey(key))
        .filter(key -> all.get(key) == null)
        .forEach(key -> all.put(key, live.get(key)));
    TrainConfig continuing = read(all, RotatEConfig.DEFAULTS, MANY, live);
    var problems = new InvalidConfigException.Problems();
    for (String key : AS_BEFORE) {
      Object wanted = continuing.used.get(key);
      problems.require(
          isSame(wanted, live.get(key)),
          key,
          CypherValue.literal(wanted),
          "must be %s, as in the live model; leave it out, or train anew with warmStart: false"
              .formatted(CypherValue.literal(live.get(key))));
    }
    problems.throwIfAny();
    return continuing;
  }

  /** Lists hold the same in any order. */
  private static boolean isSame(Object one, Object other) {
    return (one instanceof Collection<?> names && other instanceof Collection<?> others)
        ? Set.copyOf(names).equals(Set.copyOf(others))
        : one.equals(other);
  }

  private static TrainConfig read(
      Map<String, Object> given, RotatEConfig defaults, long users, Map<String, Object> live) {
    ConfigMap config = new ConfigMap(given);
    String modelName = config.modelName();
    String stem =
        modelName.equals(ModelStore.DEFAULT_NAME) ? DEFAULT_STEM : DEFAULT_STEM + "_" + modelName;
    String writeProperty = config.text("writeProperty", stem);
    SchemaConfig schema = readSchema(config);
    RotatEConfig rotatE = config.read(() -> readRotatE(config, defaults), defaults);
    MetaConfig meta = config.read(() -> readMeta(config, users), MetaConfig.DEFAULTS);
    WarmStartConfig warm = config.read(() -> readWarm(config), WarmStartConfig.DEFAULTS);
    String device = config.device();
    int concurrency = config.concurrency();
    boolean sudo = config.flag("sudo", false);
    new IdleSettings(config, live).note();
    config.throwIfAny();
    return new TrainConfig(
        given,
        modelName,
        writeProperty,
        schema,
        rotatE,
        meta,
        warm,
        device,
        concurrency,
        sudo,
        config.used());
  }

  /** The keys that say what is what in the graph. */
  static SchemaConfig readSchema(ConfigMap config) {
    Map<SchemaRole, List<String>> given = new EnumMap<>(SchemaRole.class);
    for (SchemaRole role : SchemaRole.values()) {
      String key = role.configKey();
      Optional<List<String>> names =
          role.takesMany() ? config.texts(key) : config.text(key).map(List::of);
      names.ifPresent(some -> given.put(role, some));
    }
    return new SchemaConfig(given);
  }

  /** Every setting with the value used, and what the schema found where nothing was given. */
  Map<String, Object> withSchema(GraphSchema found) {
    Map<String, Object> all = new TreeMap<>(used);
    for (SchemaRole role : SchemaRole.values()) {
      List<String> names = found.names(role);
      if (role.takesMany()) {
        all.put(role.configKey(), names);
      } else {
        names.forEach(name -> all.put(role.configKey(), name));
      }
    }
    return all;
  }

  private static RotatEConfig readRotatE(ConfigMap config, RotatEConfig defaults) {
    return new RotatEConfig(
        config.integer("embeddingDimension", defaults.embeddingDimension()),
        config.integer("epochs", defaults.epochs()),
        config.integer("batchSize", defaults.batchSize()),
        config.number("learningRate", defaults.learningRate()),
        config.integer("negativeSamples", defaults.negativeSamples()),
        config.number("margin", defaults.margin()),
        config.number("adversarialTemperature", defaults.adversarialTemperature()),
        config.number("gradientClip", defaults.gradientClip()),
        config.number("validationFraction", defaults.validationFraction()),
        config.integer("patience", defaults.patience()),
        config.choice("corruption", CORRUPTIONS, defaults.corruption()),
        config.integer("relationClusters", defaults.relationClusters()),
        config.number("clusterWeight", defaults.clusterWeight()),
        config.wholeNumber("randomSeed", defaults.randomSeed()));
  }

  private static MetaConfig readMeta(ConfigMap config, long users) {
    MetaConfig defaults = MetaConfig.DEFAULTS;
    int batchSize = config.integer("metaBatchSize", defaults.metaBatchSize());
    return new MetaConfig(
        config.integer("metaEpochs", MetaConfig.epochsFor(users, Math.max(1, batchSize))),
        batchSize,
        config.number("metaLearningRate", defaults.metaLearningRate()),
        config.number("innerLearningRate", defaults.innerLearningRate()),
        config.integer("innerSteps", defaults.innerSteps()),
        config.choice("head", HEADS, defaults.head()),
        Set.copyOf(config.choices("without", PARTS, List.copyOf(defaults.without()))),
        config.wholeNumber("randomSeed", defaults.randomSeed()));
  }

  private static WarmStartConfig readWarm(ConfigMap config) {
    WarmStartConfig defaults = WarmStartConfig.DEFAULTS;
    return new WarmStartConfig(
        config.flag("warmStart", defaults.warmStart()),
        config.number("ewcWeight", defaults.ewcWeight()));
  }
}
