package org.metarec.server;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Optional;

/**
 * The folder a server lives in, laid out as Neo4j lays out its own.
 *
 * @param folder absolute; made when it is not there
 */
record Home(Path folder) {

  /**
   * Makes the folders and puts the plugin into its place, over that of an earlier start, which a
   * server that runs would miss.
   */
  static Home prepare(Path folder, Path pluginJar) {
    Home home = new Home(folder);
    try {
      home.refuseIfInUse();
      for (Path part : List.of(home.configuration(), home.imports(), home.plugins(), home.logs())) {
        Files.createDirectories(part);
      }
      Path place = home.plugins().resolve("metarec.jar");
      Files.copy(pluginJar, place, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException unusable) {
      throw new QuickstartException(
          "%s cannot be the server's home (%s); choose another folder with --home"
              .formatted(folder, unusable));
    }
    return home;
  }

  /** Neo4j locks its store as long as it runs. */
  private void refuseIfInUse() throws IOException {
    Path lockFile = folder.resolve(Path.of("data", "databases", "store_lock"));
    if (!Files.exists(lockFile)) {
      return;
    }
    try (var store = FileChannel.open(lockFile, StandardOpenOption.WRITE);
        FileLock lock = store.tryLock()) {
      if (lock == null) {
        throw new QuickstartException(
            "a Neo4j runs in %s; stop it, or choose another folder with --home".formatted(folder));
      }
    }
  }

  Path configuration() {
    return folder.resolve("conf");
  }

  Path imports() {
    return folder.resolve("import");
  }

  Path plugins() {
    return folder.resolve("plugins");
  }

  Path logs() {
    return folder.resolve("logs");
  }

  /** The password of the last start, if there was one. */
  Optional<String> password() throws IOException {
    return Files.exists(passwordFile())
        ? Optional.of(Files.readString(passwordFile()).strip())
        : Optional.empty();
  }

  /** Keeps the password in a file that only its owner may read. */
  void keepPassword(String password) throws IOException {
    Files.deleteIfExists(passwordFile());
    var ownerOnly =
        PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
    Files.createFile(passwordFile(), ownerOnly);
    Files.write(passwordFile(), List.of(password), StandardCharsets.UTF_8);
  }

  private Path passwordFile() {
    return folder.resolve("password");
  }
}
