package org.metarec.procedure.user;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.metarec.InvalidConfigException;
import org.metarec.procedure.argument.ConfigMap;
import org.metarec.procedure.argument.NodeArgument;

/**
 * What a caller asked about one user, before the graph is looked at.
 *
 * @param user a node, the value of its key, or null for an anonymous visitor
 * @param clicks taken for the user's own, beside those in the graph
 * @param items the items asked about, nodes or values of their keys
 */
record UserArguments(
    String modelName, Object user, List<ClickArgument> clicks, Optional<List<Object>> items) {

  /**
   * Checks the arguments; what is wrong is noted in the config, with all else that is wrong there.
   *
   * @param items checks and gives the items
   */
  static UserArguments read(ConfigMap config, Object user, Supplier<Optional<List<Object>>> items) {
    List<Object> given = config.list("clicks").orElse(List.of());
    List<ClickArgument> clicks = config.read(() -> ClickArgument.listOf(given), List.of());
    boolean isVisitor = user == null && config.any("clicks").isPresent();
    Object checkedUser = isVisitor ? null : config.read(() -> somebody(user), user);
    return new UserArguments(
        config.modelName(), checkedUser, clicks, config.read(items, Optional.empty()));
  }

  private static Object somebody(Object user) {
    if (user == null) {
      var problems = new InvalidConfigException.Problems();
      problems.add(
          "user is null but must be a node or the value of its key: was it not found by the query?"
              + " For an anonymous visitor tell what was clicked: {clicks: [...]}, or that nothing"
              + " was: {clicks: []}");
      problems.throwIfAny();
    }
    return NodeArgument.one("user", user);
  }
}
