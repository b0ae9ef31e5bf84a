package org.metarec.bench.experiment;

import java.util.List;

/**
 * The words of a command without '='. A wrong one, too many or too few end the experiment: no
 * published figure is of something else than its command line asks for.
 */
public final class Arguments {
  private Arguments() {}

  /** For an experiment that takes settings alone. */
  public static void refuseAll(List<String> arguments) {
    require(arguments.isEmpty(), arguments, "settings alone (key=value)");
  }

  /**
   * The one word of an experiment that takes one.
   *
   * @param form how the documents call it, such as FOLDER
   */
  public static String only(List<String> arguments, String form) {
    require(arguments.size() == 1, arguments, form);
    return arguments.get(0);
  }

  /**
   * For any other form.
   *
   * @param isRight whether the words have it
   * @param form as the documents write it, such as FOLDER [valid]
   */
  public static void require(boolean isRight, List<String> arguments, String form) {
    if (!isRight) {
      throw new IllegalArgumentException("expected %s, found %s".formatted(form, arguments));
    }
  }
}
