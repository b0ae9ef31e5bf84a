package org.metarec.recommend.reason;

import java.util.List;
import java.util.OptionalInt;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.metarec.meta.inner.SupportSet;
import org.metarec.path.DirectLinks;
import org.metarec.path.LinkDirection;
import org.metarec.path.Links;
import org.metarec.path.PathIndex;
import org.metarec.path.PathRelation;
import org.metarec.path.UserPaths;

/** The ways from a user's clicks to items. */
public final class ClickWays {
  private final PathIndex index;
  private final SupportSet support;
  private final UserPaths paths;
  private final float[] factors;

  /**
   * @param paths of the support set
   * @param factors by which the value of each path feature counts
   */
  public ClickWays(PathIndex index, SupportSet support, UserPaths paths, float[] factors) {
    this.index = index;
    this.support = support;
    this.paths = paths;
    this.factors = factors;
  }

  /** All that lead to an item; over values of properties none does. */
  public Stream<Connection> to(int item) {
    return IntStream.range(0, factors.length)
        .filter(feature -> index.relationOf(feature) < index.nodeRelations())
        .filter(feature -> paths.value(feature, item) != 0)
        .boxed()
        .mapMulti((feature, found) -> addWays(feature, item, found));
  }

  private void addWays(int feature, int item, Consumer<Connection> found) {
    for (int click = 0; click < support.size(); click++) {
      if (support.pathWeight(click) > 0 && support.item(click) != item) {
        if (index.isShared(feature)) {
          addShared(feature, click, item, found);
        } else {
          addDirect(feature, click, item, found);
        }
      }
    }
  }

  /** Both rows of attributes are ascending: walks them side by side. */
  private void addShared(int relation, int click, int item, Consumer<Connection> found) {
    PathRelation links = index.relation(relation);
    Links attributes = links.attributes();
    int clicked = support.item(click);
    int own = attributes.from(clicked);
    int other = attributes.from(item);
    int ownEnd = attributes.to(clicked);
    int otherEnd = attributes.to(item);
    while (own < ownEnd && other < otherEnd) {
      int order = Integer.compare(attributes.target(own), attributes.target(other));
      if (order == 0) {
        int attribute = attributes.target(own);
        double kernel = links.sharedPart(attribute, clicked, item);
        if (kernel > 0) {
          List<Long> handles = List.of(attributes.handle(own), attributes.handle(other));
          double strength = factors[relation] * paths.clickWeight(relation, clicked);
          found.accept(
              new Connection(
                  relation,
                  OptionalInt.of(click),
                  OptionalInt.of(attribute),
                  handles,
                  strength * kernel));
        }
      }
      own += order <= 0 ? 1 : 0;
      other += order >= 0 ? 1 : 0;
    }
  }

  private void addDirect(int feature, int click, int item, Consumer<Connection> found) {
    int relation = index.relationOf(feature);
    DirectLinks direct = index.relation(relation).direct();
    LinkDirection direction = index.directionOf(feature);
    int clicked = support.item(click);
    int link = direct.of(direction).find(clicked, item);
    double share = link < 0 ? 0 : direct.share(direction, item);
    if (share > 0) {
      List<Long> handles = List.of(direct.of(direction).handle(link));
      double contribution = factors[feature] * paths.clickWeight(feature, clicked) * share;
      found.accept(
          new Connection(
              relation, OptionalInt.of(click), OptionalInt.empty(), handles, contribution));
    }
  }
}
