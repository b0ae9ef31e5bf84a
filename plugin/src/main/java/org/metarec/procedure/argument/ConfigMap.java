package org.metarec.procedure.argument;

import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Supplier;
import org.metarec.InvalidConfigException;
import org.metarec.graph.NearestNames;
import org.metarec.graph.TimeValue;
import org.metarec.graph.store.ModelStore;
import org.metarec.recommend.RecommendConfig;
import org.metarec.tensor.EngineDevice;

/**
 * The config map of one call. A key that is read is a known key; a value of the wrong type is noted
 * and replaced for the moment, by the default or by a number out of range, so that {@link
 * #throwIfAny} lists all that is wrong at once. A key whose value is null counts as not given. The
 * map remembers every value that was used, given or default. Not thread-safe.
 */
public final class ConfigMap {
  private static final int MOST_THREADS = 1024;

  private final Map<String, Object> given;
  private final TreeSet<String> known = new TreeSet<>();
  private final Map<String, Object> used = new TreeMap<>();
  private final InvalidConfigException.Problems problems = new InvalidConfigException.Problems();

  /**
   * @param given null, as a driver sends a parameter that was not set, counts as empty
   */
  public ConfigMap(Map<String, Object> given) {
    this.given = given == null ? Map.of() : given;
  }

  /** The config of a map that came in as a value. */
  public static ConfigMap of(Map<?, ?> value) {
    Map<String, Object> given = new HashMap<>();
    value.forEach((key, one) -> given.put(String.valueOf(key), one));
    return new ConfigMap(given);
  }

  /** The one key that every call takes. */
  public String modelName() {
    return text("modelName", ModelStore.DEFAULT_NAME);
  }

  /** Where to compute: 'auto', 'cpu', 'gpu' or 'cuda:N'. */
  public String device() {
    String device = text("device", "auto");
    EngineDevice.requireName(device, problems);
    return device;
  }

  /** How many threads may work at once; all cores if the caller does not say. */
  public int concurrency() {
    int concurrency = integer("concurrency", Runtime.getRuntime().availableProcessors());
    problems.requireBetween(1, MOST_THREADS, "concurrency", concurrency);
    return concurrency;
  }

  /** How many rows at most. */
  public int topK() {
    int topK = integer("topK", RecommendConfig.DEFAULTS.topK());
    RecommendConfig.requireTopK(topK, problems);
    return topK;
  }

  /** An integer whose range the caller checks. */
  public int integer(String key, int otherwise) {
    return ranged(key, "an integer", CypherValue::asInteger, Integer.MIN_VALUE, otherwise);
  }

  public long wholeNumber(String key, long otherwise) {
    return withDefault(key, value(key, "an integer", CypherValue::asLong), otherwise);
  }

  /** A number whose range the caller checks. */
  public double number(String key, double otherwise) {
    return ranged(key, "a finite number", CypherValue::asDouble, Double.NaN, otherwise);
  }

  public Optional<Double> number(String key) {
    return remembered(key, value(key, "a finite number", CypherValue::asDouble));
  }

  public boolean flag(String key, boolean otherwise) {
    Optional<Boolean> value =
        value(key, "true or false", given -> CypherValue.cast(given, Boolean.class));
    return withDefault(key, value, otherwise);
  }

  public String text(String key, String otherwise) {
    return withDefault(key, text(key), otherwise);
  }

  public Optional<String> text(String key) {
    return remembered(key, value(key, "a string that is not empty", CypherValue::asText));
  }

  /** A list of strings; one string stands for a list of one. */
  public Optional<List<String>> texts(String key) {
    return remembered(key, value(key, "a list of strings", CypherValue::asTexts));
  }

  /** A date, a datetime or a number. */
  public Optional<Object> time(String key) {
    return value(
        key,
        "a date, a datetime or a number",
        value -> TimeValue.moment(value).isPresent() ? Optional.of(value) : Optional.empty());
  }

  /** Whatever the caller checks further. */
  public Optional<Object> any(String key) {
    return value(key, "given", Optional::of);
  }

  /** A list of whatever the caller checks further. */
  public Optional<List<Object>> list(String key) {
    return value(key, "a list", CypherValue::asList);
  }

  /**
   * A value of a closed set, each named by a string.
   *
   * @param choices by the string that the user types
   */
  public <T> T choice(String key, Map<String, T> choices, T otherwise) {
    T value =
        value(key, oneOf(choices), given -> CypherValue.asText(given).map(choices::get))
            .orElse(otherwise);
    used.put(key, name(value, choices));
    return value;
  }

  /** A list of values of a closed set. */
  public <T> List<T> choices(String key, Map<String, T> choices, List<T> otherwise) {
    List<T> values =
        value(key, "a list of values, each " + oneOf(choices), given -> allOf(given, choices))
            .orElse(otherwise);
    used.put(key, values.stream().map(value -> name(value, choices)).toList());
    return values;
  }

  /**
   * Builds one of the records that a call is configured by.
   *
   * @param record reads its components from this map
   * @param otherwise stands in where the record refuses its components
   */
  public <T> T read(Supplier<T> record, T otherwise) {
    try {
      return record.get();
    } catch (InvalidConfigException refused) {
      problems.addAll(refused);
      return otherwise;
    }
  }

  /** Notes a problem that a getter cannot see. */
  public void require(boolean holds, String key, Object value, String expected) {
    problems.require(holds, key, value, expected);
  }

  /**
   * To be called once all keys have been read.
   *
   * @throws InvalidConfigException lists unknown keys, wrong types and values out of range
   */
  public void throwIfAny() {
    for (String key : new TreeSet<>(given.keySet())) {
      if (!known.contains(key)) {
        problems.add(
            "unknown key '%s'; %s",
            key,
            NearestNames.clear(key, known)
                .map("did you mean '%s'?"::formatted)
                .orElseGet(() -> "the keys are " + String.join(", ", known)));
      }
    }
    problems.throwIfAny();
  }

  /** Every value that was used, given or default, by the key that the user types. */
  public Map<String, Object> used() {
    return Collections.unmodifiableMap(used);
  }

  private <T> Optional<T> value(
      String key, String expected, Function<Object, Optional<T>> conversion) {
    known.add(key);
    Object value = given.get(key);
    if (value == null) {
      return Optional.empty();
    }
    Optional<T> converted = conversion.apply(value);
    problems.require(
        converted.isPresent(), key, CypherValue.describe(value), "must be " + expected);
    return converted;
  }

  /** A number, or one in no range: whoever checks it refuses that and says the range. */
  private <T> T ranged(
      String key, String kind, Function<Object, Optional<T>> conversion, T outside, T otherwise) {
    known.add(key);
    Optional<Object> value = Optional.ofNullable(given.get(key));
    Optional<T> number = value.flatMap(conversion);
    used.put(key, number.orElse(otherwise));
    if (value.isPresent() && number.isEmpty()) {
      problems.addUnreadable(key, CypherValue.describe(value.get()), kind, outside);
      return outside;
    }
    return number.orElse(otherwise);
  }

  private <T> Optional<T> remembered(String key, Optional<T> value) {
    value.ifPresent(some -> used.put(key, some));
    return value;
  }

  private <T> T withDefault(String key, Optional<T> value, T otherwise) {
    return remembered(key, Optional.of(value.orElse(otherwise))).orElseThrow();
  }

  private static String oneOf(Map<String, ?> choices) {
    List<String> quoted = choices.keySet().stream().sorted().map("'%s'"::formatted).toList();
    return "one of " + String.join(", ", quoted);
  }

  private static <T> String name(T value, Map<String, T> choices) {
    return choices.keySet().stream()
        .filter(name -> choices.get(name).equals(value))
        .findFirst()
        .orElseThrow();
  }

  private static <T> Optional<List<T>> allOf(Object value, Map<String, T> choices) {
    return CypherValue.asTexts(value)
        .filter(texts -> choices.keySet().containsAll(texts))
        .map(texts -> texts.stream().map(choices::get).toList());
  }
}
