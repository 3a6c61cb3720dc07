package dev.migrate.quickstart;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * Where the quickstart keeps its database and its script.
 *
 * @param path the folder
 */
record StoreFolder(Path path) {

  /** The folder {@code quickstart} beside the compiled classes, wherever Maven was started. */
  static StoreFolder standard() {
    try {
      Path classes =
          Path.of(Quickstart.class.getProtectionDomain().getCodeSource().getLocation().toURI());
      return new StoreFolder(classes.resolveSibling("quickstart"));
    } catch (URISyntaxException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  /** A folder for one database in this one. */
  StoreFolder of(StoreDatabase database) {
    return new StoreFolder(path.resolve(database.word()));
  }

  void create() throws IOException {
    Files.createDirectories(path);
  }

  void clear() throws IOException {
    if (Files.exists(path)) {
      try (Stream<Path> all = Files.walk(path)) {
        List<Path> innermostFirst = all.sorted(Comparator.reverseOrder()).toList();
        for (Path file : innermostFirst) {
          Files.delete(file);
        }
      }
    }
  }

  Path script() {
    return path.resolve("upgrade.sql");
  }

  /** An empty folder for revisions that are generated. */
  Path generated() throws IOException {
    StoreFolder generated = new StoreFolder(path.resolve("generated"));
    generated.clear();
    generated.create();
    return generated.path();
  }

  /** A file as a person would name it from where the program was started. */
  String shown(Path file) {
    Path here = Path.of("").toAbsolutePath();
    Path absolute = file.toAbsolutePath().normalize();
    return (absolute.startsWith(here) ? here.relativize(absolute) : absolute).toString();
  }
}
