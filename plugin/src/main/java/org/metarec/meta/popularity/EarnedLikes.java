package org.metarec.meta.popularity;

import org.metarec.path.Links;
import org.metarec.path.PathIndex;
import org.metarec.path.PathRelation;

/**
 * What the attributes of each relation had earned. Of values of features it is what was read, as
 * their idf is. Found when first asked for, whichever thread asks, by indexes in which the items
 * that the training knew have the links that they had when this was made. Shared between threads.
 */
public final class EarnedLikes {
  /** Attributes of so many items are counted ahead: no request should wait for that. */
  private static final int HUB = 1000;

  private final ItemLikes likes;
  private final AttributeLikes[][] found; // from each relation's first attribute on

  private EarnedLikes(ItemLikes likes, AttributeLikes[][] found) {
    this.likes = likes;
    this.found = found;
  }

  /** None is found as yet. */
  static EarnedLikes of(PathIndex index, ItemLikes likes) {
    AttributeLikes[][] none = new AttributeLikes[index.relationCount()][];
    for (int relation = 0; relation < none.length; relation++) {
      PathRelation links = index.relation(relation);
      none[relation] = new AttributeLikes[links.items().sourceCount() - links.firstAttribute()];
    }
    return new EarnedLikes(likes, none);
  }

  /** What stays right after trained items changed. */
  EarnedLikes with(PathIndex now) {
    AttributeLikes[][] left = found.clone();
    for (int relation = 0; relation < now.nodeRelations(); relation++) {
      AttributeLikes[] ofRelation = found[relation].clone();
      int first = now.relation(relation).firstAttribute();
      left[relation] = ofRelation;
      now.relation(relation)
          .attributesOfChangedTrained()
          .map(attribute -> attribute - first)
          .filter(place -> place >= 0 && place < ofRelation.length)
          .forEach(place -> ofRelation[place] = null);
    }
    return new EarnedLikes(likes, left);
  }

  /** Counts what attributes of very many items earned. */
  void prepareHubs(PathIndex index) {
    for (int relation = 0; relation < found.length; relation++) {
      Links items = index.relation(relation).items();
      for (int attribute = 0; attribute < items.sourceCount(); attribute++) {
        if (items.degree(attribute) >= HUB) {
          by(index, relation, attribute);
        }
      }
    }
  }

  /** What an attribute had earned. */
  AttributeLikes by(PathIndex index, int relation, int attribute) {
    AttributeLikes[] ofRelation = found[relation];
    int place = attribute - index.relation(relation).firstAttribute();
    boolean isKept = place >= 0 && place < ofRelation.length; // a new one's may be another's soon
    AttributeLikes known = isKept ? ofRelation[place] : null;
    if (known == null) {
      known = AttributeLikes.of(trainedItemsWith(index, relation, attribute), likes);
      if (isKept) {
        ofRelation[place] = known;
      }
    }
    return known;
  }

  /** Known items among others that count for an attribute: of a value those that it had. */
  static int[] trainedItemsWith(PathIndex index, int relation, int attribute) {
    PathRelation links = index.relation(relation);
    return relation < index.nodeRelations()
        ? links.trainedItemsWith(attribute)
        : links.trainedItemsOfBase(attribute);
  }
}
