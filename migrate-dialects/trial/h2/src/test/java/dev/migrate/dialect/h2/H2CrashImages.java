package dev.migrate.dialect.h2;

import dev.migrate.testkit.Databases;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import javax.sql.DataSource;
import org.h2.api.DatabaseEventListener;

/**
 * Copies the file of a database before and after each statement, also of those that H2 executes
 * inside of another: what a killed process would leave. H2 creates it by its name, so it finds what
 * it writes to by the path of the database.
 */
public final class H2CrashImages implements DatabaseEventListener {

  /** Where a database is, and the copies of it. */
  static final class Images {

    private final Path database;
    private final List<Path> copies = new ArrayList<>();
    private boolean taking;

    private Images(Path database) {
      this.database = database;
    }

    /** A database whose file is written at each commit. */
    DataSource dataSource() {
      return Databases.of(
          url(database) + ";WRITE_DELAY=0;DATABASE_EVENT_LISTENER='" + CLASS + "'", "sa", "");
    }

    void start() {
      taking = true;
    }

    /** The copies since the start. */
    List<Path> stop() {
      taking = false;
      return copies;
    }

    private void take() {
      if (taking) {
        Path copy = database.resolveSibling(database.getFileName() + "_" + copies.size());
        copy(database, copy);
        if (copies.isEmpty() || !isSame(copy, copies.get(copies.size() - 1))) {
          copies.add(copy);
        }
      }
    }

    private static boolean isSame(Path one, Path other) {
      try {
        return Files.mismatch(file(one), file(other)) == -1;
      } catch (IOException failure) {
        throw new UncheckedIOException(failure);
      }
    }
  }

  private static final String CLASS = H2CrashImages.class.getName();
  private static final Map<String, Images> KNOWN = new ConcurrentHashMap<>();

  private Images images = new Images(Path.of(""));

  static Images of(Path database) {
    Images images = new Images(database);
    KNOWN.put(database.getFileName().toString(), images);
    return images;
  }

  static void copy(Path from, Path to) {
    try {
      Files.copy(file(from), file(to), StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  private static Path file(Path database) {
    return database.resolveSibling(database.getFileName() + ".mv.db");
  }

  static String url(Path database) {
    return "jdbc:h2:file:" + database;
  }

  @Override
  public void init(String url) {
    String name = url.substring(url.lastIndexOf('/') + 1);
    images = KNOWN.getOrDefault(name.replaceFirst(";.*", ""), images);
  }

  @Override
  public void setProgress(int state, String name, long x, long max) {
    if (state == STATE_STATEMENT_START || state == STATE_STATEMENT_END) {
      images.take();
    }
  }
}
