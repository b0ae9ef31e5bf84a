package org.metarec.testing;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.TreeSet;
import org.metarec.meta.input.LearningInput;
import org.metarec.model.embedding.EntityTable;
import org.metarec.path.Links;
import org.metarec.path.PathIndex;
import org.metarec.triple.NodeFeatures;
import org.metarec.triple.Relation;
import org.metarec.triple.Triples;
import org.metarec.triple.time.Interactions;
import org.metarec.triple.time.ItemTimes;
import org.metarec.triple.time.UnreadInteractions;

/**
 * A small world in which taste is plain to see: each film has one director and one genre, each user
 * clicks films of one favourite director, and a few others. The last films are new; the first few
 * lead to the next of their director. Embeddings are random.
 */
public final class TasteGraph {
  public static final int FILMS = 40;
  public static final int NEW_FILMS = 4;
  public static final int DIRECTORS = 8;
  public static final int GENRES = 3;
  public static final int COLOURS = 2;
  public static final int SEQUELS = 12;
  public static final int USERS = 60;
  public static final int DIMENSION = 4;

  private TasteGraph() {}

  public static int directorOf(int film) {
    return film % DIRECTORS;
  }

  /** The attribute that stands for the value of a film's only feature. */
  public static int colourOf(int film) {
    return USERS + DIRECTORS + GENRES + (film + 1) % COLOURS;
  }

  public static LearningInput input(long seed) {
    return input(seed, true);
  }

  /** As {@link #input}, but no film leads to another. */
  public static LearningInput withoutSequels(long seed) {
    return input(seed, false);
  }

  private static LearningInput input(long seed, boolean sequels) {
    SplittableRandom random = new SplittableRandom(seed);
    int entities = FILMS + USERS + DIRECTORS + GENRES + COLOURS;
    List<int[]> triples = new ArrayList<>();
    PathIndex.Builder paths = new PathIndex.Builder(FILMS, FILMS, 2, 1);
    for (int film = 0; film < FILMS; film++) {
      int director = FILMS + USERS + directorOf(film);
      int genre = FILMS + USERS + DIRECTORS + film % GENRES;
      triples.add(new int[] {director, 0, film});
      triples.add(new int[] {film, 1, genre});
      triples.add(new int[] {film, 2, FILMS + colourOf(film)});
      paths.link(0, film, director - FILMS, film);
      paths.link(1, film, genre - FILMS, FILMS + film);
      paths.link(2, film, colourOf(film), Links.NO_HANDLE);
    }
    if (sequels) {
      linkSequels(paths);
    }
    Interactions interactions = interactions(random);
    for (int user = 0; user < USERS; user++) {
      for (int i = 0; i < interactions.size(user); i++) {
        triples.add(new int[] {FILMS + user, 3, interactions.item(user, i)});
      }
    }
    return new LearningInput(
        columns(entities, triples),
        List.of(
            new Relation("DIRECTED", Relation.Kind.ITEM_RELATION),
            new Relation("IN_GENRE", Relation.Kind.ITEM_RELATION),
            new Relation("colour", Relation.Kind.ITEM_FEATURE),
            new Relation("CLICKED", Relation.Kind.INTERACTION)),
        new EntityTable(DIMENSION, normal(random, entities * 2 * DIMENSION)),
        ClicksAlone.split(interactions),
        UnreadInteractions.none(),
        paths.build(),
        userFeatures(),
        years());
  }

  /** Film 0 leads to film 8, and so on, by the relation of directors. */
  public static void linkSequels(PathIndex.Builder paths) {
    for (int film = 0; film < SEQUELS; film++) {
      paths.linkItems(0, film, film + DIRECTORS, 2 * FILMS + film);
    }
  }

  private static Interactions interactions(SplittableRandom random) {
    int[] offsets = new int[USERS + 1];
    List<Integer> clicks = new ArrayList<>();
    for (int user = 0; user < USERS; user++) {
      TreeSet<Integer> own = new TreeSet<>();
      for (int film = user % DIRECTORS; film < FILMS - NEW_FILMS; film += DIRECTORS) {
        own.add(film);
      }
      own.add(random.nextInt(FILMS - NEW_FILMS));
      own.add(random.nextInt(FILMS - NEW_FILMS));
      List<Integer> order = new ArrayList<>(own);
      for (int i = order.size() - 1; i > 0; i--) {
        order.add(order.remove(random.nextInt(i + 1)));
      }
      clicks.addAll(order);
      offsets[user + 1] = clicks.size();
    }
    float[] ratings = new float[clicks.size()];
    for (int i = 0; i < ratings.length; i++) {
      ratings[i] = i % 3 == 0 ? Float.NaN : 1 + random.nextInt(5);
    }
    int[] items = clicks.stream().mapToInt(Integer::intValue).toArray();
    return Clicks.atOnce( // no film came later than another
        Clicks.withoutTimes(FILMS, offsets, items, ratings));
  }

  private static NodeFeatures userFeatures() {
    int[] offsets = new int[USERS + 1];
    int[] values = new int[USERS];
    for (int user = 0; user < USERS; user++) {
      offsets[user + 1] = user + 1;
      values[user] = user % 2;
    }
    return new NodeFeatures(List.of("age=old", "age=young"), offsets, values);
  }

  private static ItemTimes years() {
    float[] years = new float[FILMS];
    for (int film = 0; film < FILMS; film++) {
      years[film] = film % 5 == 0 ? Float.NaN : 1980 + film;
    }
    return new ItemTimes(years);
  }

  private static Triples columns(int entities, List<int[]> triples) {
    int[][] columns = new int[3][triples.size()];
    for (int i = 0; i < triples.size(); i++) {
      for (int column = 0; column < 3; column++) {
        columns[column][i] = triples.get(i)[column];
      }
    }
    return new Triples(entities, 4, columns[0], columns[1], columns[2]);
  }

  private static float[] normal(SplittableRandom random, int length) {
    float[] values = new float[length];
    for (int i = 0; i < length; i++) {
      values[i] = (float) random.nextGaussian();
    }
    return values;
  }
}
