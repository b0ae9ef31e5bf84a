package org.metarec.meta.profile;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import org.metarec.path.Links;
import org.metarec.path.PathRelation;

/**
 * What a profile would say if its user were not known: all that the user liked is left out, and
 * where items count as new, of each item also what others liked of it. Otherwise a task would know
 * its own answer, and the model learn to trust profiles too much. Not thread-safe.
 */
public final class LeftOut implements ProfileValues {
  private final ProfileCounts counts;
  private final List<Integer> userValues;
  private final boolean asNew;
  private final IntToDoubleFunction likes;
  private final Set<Integer> own = new HashSet<>();
  private final Map<Integer, Map<Integer, Integer>> ownOfRelations = new HashMap<>();

  /**
   * @param user who is left out
   * @param asNew whether items count as new
   * @param likes of each item, by which a profile is trusted where they do not
   */
  public LeftOut(
      ProfileCounts counts,
      int user,
      List<Integer> userValues,
      boolean asNew,
      IntToDoubleFunction likes) {
    this.counts = counts;
    this.userValues = List.copyOf(userValues);
    this.asNew = asNew;
    this.likes = likes;
    IntStream.of(counts.liked(user)).forEach(own::add);
  }

  @Override
  public float[] of(int relation, int[] items) {
    PathRelation links = counts.paths().relation(relation);
    Map<Integer, Integer> ownLinks = ownOfRelations.computeIfAbsent(relation, this::ownLinks);
    int allOwn = ownLinks.values().stream().mapToInt(Integer::intValue).sum();
    float[] values = new float[items.length];
    for (int i = 0; i < items.length; i++) {
      double sum = 0;
      Links attributes = links.attributes();
      for (int link = attributes.from(items[i]); link < attributes.to(items[i]); link++) {
        int attribute = attributes.target(link);
        int ownLikes = ownLinks.getOrDefault(attribute, 0);
        double lift = lift(relation, attribute, items[i], ownLikes, allOwn);
        sum += Math.sqrt(links.idf(attribute)) * lift;
      }
      float trust = asNew ? 1 : ProfileValues.trust((float) likes.applyAsDouble(items[i]));
      values[i] = sum == 0 ? 0 : (float) (trust * sum / links.norm(items[i]));
    }
    return values;
  }

  /** How many of the items that the user liked have each attribute. */
  private Map<Integer, Integer> ownLinks(int relation) {
    Links attributes = counts.paths().relation(relation).attributes();
    Map<Integer, Integer> links = new HashMap<>();
    for (int item : own) {
      for (int link = attributes.from(item); link < attributes.to(item); link++) {
        links.merge(attributes.target(link), 1, Integer::sum);
      }
    }
    return links;
  }

  private double lift(int relation, int attribute, int item, int ownLikes, int allOwn) {
    ValueCounts ofAttribute = counts.ofAttribute(relation, attribute);
    ValueCounts ofRelation = counts.ofRelation(relation);
    ValueCounts ofItem = counts.ofItem(item);
    int ownLike = own.contains(item) ? 1 : 0;
    int leftOut = ownLikes + (asNew ? ofItem.likes() - ownLike : 0);
    double others = Math.max(1, ofRelation.likes() - allOwn);
    double sum = 0;
    for (int value : userValues) {
      int valueLeftOut = ownLikes + (asNew ? ofItem.of(value) - ownLike : 0);
      double share = (ofRelation.of(value) - allOwn) / others;
      sum +=
          LogLift.of(ofAttribute.of(value) - valueLeftOut, share * (ofAttribute.likes() - leftOut));
    }
    return sum;
  }
}
