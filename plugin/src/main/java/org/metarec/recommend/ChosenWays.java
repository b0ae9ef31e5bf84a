package org.metarec.recommend;

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
final class ChosenWays {
  private final ServingModel model;
  private final UserProfile profile;
  private final float[] weights;
  private final List<ChosenAttribute> chosen;

  ChosenWays(
      ServingModel model, UserProfile profile, float[] weights, List<ChosenAttribute> chosen) {
    this.model = model;
    this.profile = profile;
    this.weights = weights;
    this.chosen = List.copyOf(chosen);
  }

  /** Those to an item that change its score. */
  List<Connection> to(int item) {
    List<Connection> ways = new ArrayList<>();
    for (int relation = 0; relation < profile.relations(); relation++) {
      Links attributes = model.paths().relation(relation).attributes();
      for (ChosenAttribute one : chosen) {
        int link = attributes.find(item, one.attribute());
        double adds =
            link < 0 ? 0 : profile.part(relation, item, one.value(), one.attribute(), weights);
        if (adds != 0) {
          ways.add(
              new Connection(
                  relation,
                  OptionalInt.empty(),
                  OptionalInt.of(one.attribute()),
                  List.of(one.handle(), attributes.handle(link)),
                  adds));
        }
      }
    }
    return ways;
  }
}
