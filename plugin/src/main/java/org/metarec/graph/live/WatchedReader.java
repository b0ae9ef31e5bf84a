package org.metarec.graph.live;

import java.util.Optional;
import java.util.function.Supplier;
import org.metarec.graph.live.item.ItemNames;
import org.metarec.graph.live.item.ItemReader;
import org.metarec.graph.live.model.ChangedItems;
import org.metarec.graph.live.model.LiveModel;
import org.metarec.triple.Progress;

/** Reads all items of a model, and is told of what changes from before that on. Thread-safe. */
final class WatchedReader {
  private final String modelName;
  private final VersionReader versions;
  private final GraphChanges changes;
  private final ItemWatch.Owner owner;

  /**
   * @param owner of the watches of what is read
   */
  WatchedReader(
      String modelName, VersionReader versions, GraphChanges changes, ItemWatch.Owner owner) {
    this.modelName = modelName;
    this.versions = versions;
    this.changes = changes;
    this.owner = owner;
  }

  /**
   * All items of the version that serves.
   *
   * @param before what was read last
   */
  Reading allOfLive(Optional<Reading> before) {
    return Attempts.untilWhole(
        modelName,
        () -> {
          VersionReader.Version version = versions.version();
          Optional<ItemReader> itemReader = itemReader(version, before);
          return read(version, itemReader, () -> versions.items(version, itemReader));
        });
  }

  /**
   * All items of a version that is written and does not serve yet.
   *
   * @param progress asked whether to go on
   */
  Reading allOfNext(VersionReader.Version version, Progress progress) {
    return Attempts.untilWhole(
        modelName,
        () -> {
          Optional<ItemReader> itemReader = version.itemReader();
          return read(
              version,
              itemReader,
              () -> Optional.of(versions.nextItems(version, itemReader, progress)));
        });
  }

  private Optional<Reading> read(
      VersionReader.Version version,
      Optional<ItemReader> itemReader,
      Supplier<Optional<LiveModel>> reading) {
    ItemWatch watch = new ItemWatch(ItemNames.of(version.model()), itemReader, owner);
    return changes
        .watched(watch, reading)
        .map(live -> new Reading(new ChangedItems(live), watch, 0));
  }

  /** The one of the same version, with what it has read of attributes, if there is one. */
  private static Optional<ItemReader> itemReader(
      VersionReader.Version version, Optional<Reading> before) {
    return before
        .filter(reading -> reading.isOf(version.model().version()))
        .flatMap(reading -> reading.live().taste().map(taste -> taste.reader()))
        .or(version::itemReader);
  }
}
