package org.metarec.graph.live.user;

import org.metarec.graph.live.model.LiveModel;

/** What one request is answered from: a model, and a user's history in its terms. */
public record UserView(LiveModel live, UserHistory history) {}
