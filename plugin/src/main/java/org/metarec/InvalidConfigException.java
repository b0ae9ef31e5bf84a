package org.metarec;

import com.google.errorprone.annotations.FormatMethod;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** What a caller gave is wrong; one exception lists all problems of the call. */
public final class InvalidConfigException extends MetarecException {

  private final transient List<String> problems;

  private InvalidConfigException(Collection<String> problems) {
    super("%s", String.join("; ", problems));
    this.problems = List.copyOf(problems);
  }

  /** The problems one by one, in the order in which they were found; never empty. */
  public List<String> problems() {
    return problems;
  }

  /** Gathers problems, so that a user mends a call once. */
  public static final class Problems {
    private final Set<String> found = new LinkedHashSet<>();
    private final Map<String, String> unreadable = new HashMap<>();

    /**
     * Notes a value that cannot be read.
     *
     * @param given in words: "2.5 (a float)"
     * @param kind what is allowed: "an integer"
     * @param instead a stand-in that no range allows. When its range check fails, that message is
     *     not listed; the range it names is appended to this problem.
     */
    public void addUnreadable(String key, String given, String kind, Object instead) {
      String problem = "%s is %s but must be %s".formatted(key, given, kind);
      found.add(problem);
      unreadable.put("%s is %s but must be ".formatted(key, instead), problem);
    }

    /**
     * Notes a value outside its range.
     *
     * @param holds whether the value is allowed
     * @param key name of the setting, as the user types it
     * @param value what was given
     * @param expected what is allowed, as the end of a sentence: "must be at least 1"
     */
    public void require(boolean holds, String key, Object value, String expected) {
      if (!holds) {
        add("%s is %s but %s", key, value, expected);
      }
    }

    /** Notes a value below the least or above the most that is allowed. */
    public void requireBetween(int least, int most, String key, int value) {
      require(value >= least && value <= most, key, value, "must be " + least + " to " + most);
    }

    @FormatMethod
    public void add(String format, Object... args) {
      note(String.format(Locale.ROOT, format, args));
    }

    private void note(String problem) {
      for (Map.Entry<String, String> instead : unreadable.entrySet()) {
        if (problem.startsWith(instead.getKey())) {
          found.remove(instead.getValue());
          found.add(instead.getValue() + ", " + problem.substring(instead.getKey().length()));
          return;
        }
      }
      found.add(problem);
    }

    /** Takes over the problems of another part of the same call. */
    public void addAll(InvalidConfigException other) {
      other.problems().forEach(this::note);
    }

    public boolean isEmpty() {
      return found.isEmpty();
    }

    public void throwIfAny() {
      if (!found.isEmpty()) {
        throw new InvalidConfigException(found);
      }
    }
  }
}
