package org.metarec.procedure.training;

import java.util.Collection;
import java.util.Map;
import org.metarec.meta.config.MetaConfig;
import org.metarec.meta.config.ModelPart;
import org.metarec.meta.config.WarmStartConfig;
import org.metarec.model.taste.InnerSolver;
import org.metarec.procedure.argument.ConfigMap;
import org.metarec.procedure.argument.CypherValue;
import org.metarec.train.config.RotatEConfig;

/** Settings of a training that have no effect beside its others; setting one is refused. */
final class IdleSettings {
  private static final Map<String, Object> DEFAULTS =
      Map.of(
          "clusterWeight", RotatEConfig.DEFAULTS.clusterWeight(),
          "head", MetaConfig.DEFAULTS.head().typedName(),
          "innerSteps", MetaConfig.DEFAULTS.innerSteps(),
          "innerLearningRate", MetaConfig.DEFAULTS.innerLearningRate(),
          "ewcWeight", WarmStartConfig.DEFAULTS.ewcWeight());

  private final ConfigMap config;
  private final Map<String, Object> live;

  /**
   * @param config with all its keys read
   * @param live settings of the model that a call goes on from; empty as long as none is known
   */
  IdleSettings(ConfigMap config, Map<String, Object> live) {
    this.config = config;
    this.live = live;
  }

  /** Notes them in the config. */
  void note() {
    boolean goesOn = used("warmStart").equals(true);
    require(goesOn, "ewcWeight", "unless warmStart is true");
    if (goesOn && live.isEmpty()) {
      return; // what is left open is as in the live model
    }
    boolean adapts = !((Collection<?>) used("without")).contains(ModelPart.ADAPTATION.typedName());
    boolean takesSteps = adapts && used("head").equals(InnerSolver.STEPS.typedName());
    boolean holdsBack = (double) used("validationFraction") > 0;
    boolean isUsual = RotatEConfig.isUsualPatience((int) used("patience"));
    require(holdsBack || isUsual, "patience", "unless validationFraction is above 0");
    require(
        (int) used("relationClusters") > 0, "clusterWeight", "unless relationClusters is above 0");
    String adaptation = "without the part 'adaptation', which is left out";
    require(adapts, "head", adaptation);
    String steps = adapts ? "unless head is 'steps'" : adaptation;
    require(takesSteps, "innerSteps", steps);
    require(takesSteps, "innerLearningRate", steps);
  }

  /**
   * What would hold anyway may be said.
   *
   * @param otherwise when the setting is of no use, in words
   */
  private void require(boolean isOfUse, String key, String otherwise) {
    Object value = used(key);
    boolean holdsAnyway = value.equals(live.getOrDefault(key, DEFAULTS.get(key)));
    config.require(
        isOfUse || holdsAnyway, key, CypherValue.literal(value), "has no effect " + otherwise);
  }

  private Object used(String key) {
    return config.used().get(key);
  }
}
