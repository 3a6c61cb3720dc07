package dev.migrate.quickstart;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcDataSource;

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

  void create() throws IOException {
    Files.createDirectories(path);
  }

  void clear() throws IOException {
    for (Path file : List.of(database(), path.resolve("chinook.trace.db"), script())) {
      Files.deleteIfExists(file);
    }
  }

  Path database() {
    return path.resolve("chinook.mv.db");
  }

  Path script() {
    return path.resolve("upgrade.sql");
  }

  DataSource dataSource() {
    JdbcDataSource source = new JdbcDataSource();
    source.setURL("jdbc:h2:file:" + path.toAbsolutePath().resolve("chinook"));
    source.setUser("sa");
    return source;
  }

  /** A file as a person would name it from where the program was started. */
  String shown(Path file) {
    Path here = Path.of("").toAbsolutePath();
    Path absolute = file.toAbsolutePath().normalize();
    return (absolute.startsWith(here) ? here.relativize(absolute) : absolute).toString();
  }
}
