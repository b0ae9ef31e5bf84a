package org.metarec.graph.live.model;

import org.metarec.graph.live.item.ItemReader;
import org.metarec.meta.inner.UserAdapter;
import org.metarec.meta.item.NewItemRows;
import org.metarec.model.ServingModel;

/**
 * What a {@link LiveModel} has in memory where it learned of tastes. Immutable.
 *
 * @param serving what recommendations are computed from
 * @param adapter what adapts a user to it
 * @param newRows how items that the training did not know get their rows
 * @param reader of nodes as such items; shared by all that is read of one version
 */
public record LiveTaste(
    ServingModel serving, UserAdapter adapter, NewItemRows newRows, ItemReader reader) {}
