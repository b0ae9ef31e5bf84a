package org.metarec.bench.experiment;

import com.google.common.collect.ImmutableSet;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.Set;
import org.metarec.train.config.RotatEConfig;

/** The keys of {@code metarec.train} that do something where RotatE alone is trained. */
public final class RotatEKeys {
  /** Components of the config bear the names that are typed. */
  public static final Set<String> ALL =
      Arrays.stream(RotatEConfig.class.getRecordComponents())
          .map(RecordComponent::getName)
          .collect(ImmutableSet.toImmutableSet());

  private RotatEKeys() {}
}
