package org.metarec.procedure;

import org.neo4j.kernel.api.procedure.GlobalProcedures;
import org.neo4j.kernel.extension.ExtensionFactory;
import org.neo4j.kernel.extension.ExtensionType;
import org.neo4j.kernel.extension.context.ExtensionContext;
import org.neo4j.kernel.lifecycle.Lifecycle;
import org.neo4j.kernel.lifecycle.LifecycleAdapter;

/**
 * Gives the procedures what outlives a call: the {@link Metarec} of their database, see {@link
 * DatabaseExtension}. Neo4j finds this class by its service file when it starts; registering in
 * {@code init} is early enough for the procedures that want it.
 */
public final class MetarecExtension extends ExtensionFactory<MetarecExtension.Dependencies> {

  /** What Neo4j is asked for. */
  public interface Dependencies {
    GlobalProcedures procedures();
  }

  public MetarecExtension() {
    super(ExtensionType.GLOBAL, "metarec");
  }

  @Override
  public Lifecycle newInstance(ExtensionContext context, Dependencies dependencies) {
    return new LifecycleAdapter() {
      @Override
      public void init() {
        dependencies
            .procedures()
            .registerComponent(
                Metarec.class, call -> DatabaseExtension.of(call.graphDatabaseAPI()), true);
      }
    };
  }
}
