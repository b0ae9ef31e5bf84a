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
 * The profile's values with the user's own likes left out of the counts (leave-one-out), so that a
 * task cannot see its own answer, nor the model learn to trust profiles too much. Where items count
 * as new, what others liked of an item is left out of its value as well. Not thread-safe.
 */
final class LeftOut implements ProfileValues {
  private final ProfileCounts counts;
  private final List<Integer> userValues;
  private final float share;
  private final boolean asNew;
  private final IntToDoubleFunction likes;
  private final Set<Integer> own = new HashSet<>();
  private final Map<Integer, OwnLinks> ownOfRelations = new HashMap<>();

  /**
   * Of a relation.
   *
   * @param ofAttributes how many of the items that the user liked have an attribute
   * @param shares of each of the user's values in what others liked
   */
  private record OwnLinks(Map<Integer, Integer> ofAttributes, List<Double> shares) {}

  /**
   * @param user who is left out
   * @param asNew whether items count as new
   * @param likes of each item, by which a profile is trusted where they do not
   */
  LeftOut(ProfileCounts counts, int user, boolean asNew, IntToDoubleFunction likes) {
    this.counts = counts;
    this.userValues = counts.values(user);
    this.share = ProfileValues.share(counts.lifts().speaking(userValues));
    this.asNew = asNew;
    this.likes = likes;
    IntStream.of(counts.liked(user)).forEach(own::add);
  }

  @Override
  public float[] of(int relation, int[] items) {
    OwnLinks ownLinks = ownOfRelations.computeIfAbsent(relation, this::ownLinks);
    float[] values = new float[items.length];
    for (int i = 0; i < items.length && !userValues.isEmpty(); i++) {
      double sum = sum(relation, items[i], ownLinks);
      double trust = asNew ? 1 : ProfileValues.trust((float) likes.applyAsDouble(items[i]));
      float norm = counts.paths().relation(relation).norm(items[i]);
      values[i] = sum == 0 ? 0 : (float) (trust * share * sum / norm);
    }
    return values;
  }

  private OwnLinks ownLinks(int relation) {
    Links attributes = counts.paths().relation(relation).attributes();
    Map<Integer, Integer> ofAttributes = new HashMap<>();
    long all = 0;
    for (int item : own) {
      attributes.targets(item).forEach(each -> ofAttributes.merge(each, 1, Integer::sum));
      all += attributes.degree(item);
    }
    RelationLikes ofRelation = counts.ofRelation(relation);
    long ofUser = all;
    List<Double> shares =
        userValues.stream().map(value -> ofRelation.shareWithout(value, ofUser)).toList();
    return new OwnLinks(ofAttributes, shares);
  }

  private double sum(int relation, int item, OwnLinks ownLinks) {
    PathRelation links = counts.paths().relation(relation);
    Links attributes = links.attributes();
    ValueCounts ofItem = asNew ? counts.ofItem(item) : ValueCounts.NONE;
    int ownLike = asNew && own.contains(item) ? 1 : 0;
    int[] ofItemByValue = new int[userValues.size()];
    for (int i = 0; i < ofItemByValue.length && asNew; i++) {
      ofItemByValue[i] = ofItem.of(userValues.get(i));
    }
    double sum = 0;
    for (int link = attributes.from(item); link < attributes.to(item); link++) {
      int attribute = attributes.target(link);
      ValueCounts ofAttribute = counts.ofAttribute(relation, attribute);
      int ownLikes = ownLinks.ofAttributes().getOrDefault(attribute, 0) - ownLike;
      double others = ofAttribute.likes() - ofItem.likes() - ownLikes;
      double lift = 0;
      for (int i = 0; i < userValues.size(); i++) {
        int together = ofAttribute.of(userValues.get(i)) - ofItemByValue[i] - ownLikes;
        lift += LogLift.of(together, ownLinks.shares().get(i) * others);
      }
      sum += Math.sqrt(links.idf(attribute)) * lift;
    }
    return sum;
  }
}
