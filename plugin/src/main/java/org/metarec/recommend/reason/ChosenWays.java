package org.metarec.recommend.reason;

import com.google.common.collect.ListMultimap;
import com.google.common.collect.Multimaps;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import org.metarec.meta.profile.UserProfile;
import org.metarec.model.ServingModel;
import org.metarec.path.Links;

/**
 * The ways from a user to items over what both are linked with. Each adds what the users who chose
 * it like more of its items than others do, a part of what the profile says.
 */
public final class ChosenWays {
  private final ServingModel model;
  private final UserProfile profile;
  private final float[] weights;
  private final ListMultimap<Integer, ChosenAttribute> chosen; // by attribute

  public ChosenWays(
      ServingModel model, UserProfile profile, float[] weights, List<ChosenAttribute> chosen) {
    this.model = model;
    this.profile = profile;
    this.weights = weights;
    this.chosen = Multimaps.index(chosen, ChosenAttribute::attribute);
  }

  /** Those to an item that change its score. */
  public List<Connection> to(int item) {
    List<Connection> ways = new ArrayList<>();
    for (int relation = 0; relation < profile.relations() && !chosen.isEmpty(); relation++) {
      Links attributes = model.paths().relation(relation).attributes();
      int end = attributes.to(item);
      for (int link = attributes.from(item); link < end; link++) {
        for (ChosenAttribute one : chosen.get(attributes.target(link))) {
          double adds = profile.part(relation, item, one.value(), one.attribute(), weights);
          if (adds != 0) {
            ways.add(way(relation, one, attributes.handle(link), adds));
          }
        }
      }
    }
    return ways;
  }

  private static Connection way(int relation, ChosenAttribute over, long handle, double adds) {
    return new Connection(
        relation,
        OptionalInt.empty(),
        OptionalInt.of(over.attribute()),
        List.of(over.handle(), handle),
        adds);
  }
}
