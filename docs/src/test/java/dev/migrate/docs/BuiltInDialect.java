package dev.migrate.docs;

import dev.migrate.schema.DialectName;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/**
 * A dialect that this repository has: the only list of them in the tests of the pages.
 *
 * @param title the product, as the pages write it
 * @param name the dialect's name
 * @param folder its folder below {@code migrate-dialects}
 * @param golden the folder of its golden SQL below the usual one; empty for the usual one
 */
record BuiltInDialect(String title, DialectName name, String folder, String golden) {

  static final Path TOP = Path.of("..");
  static final Path FOLDERS = TOP.resolve("migrate-dialects");

  /** In the order of the columns of the tables. */
  static List<BuiltInDialect> all() {
    return List.of(
        new BuiltInDialect("H2", DialectName.H2, "h2", ""),
        new BuiltInDialect("PostgreSQL", DialectName.POSTGRESQL, "postgresql", ""),
        new BuiltInDialect("MariaDB", DialectName.MARIADB, "mysql", "mariadb"),
        new BuiltInDialect("MySQL", DialectName.MYSQL, "mysql", "mysql"),
        new BuiltInDialect("SQLite", DialectName.SQLITE, "sqlite", ""));
  }

  /** The module of its tests. */
  Path trial() {
    return FOLDERS.resolve("trial").resolve(folder);
  }

  GoldenSql goldenSql() {
    return new GoldenSql(trial().resolve("src/test/resources/golden").resolve(golden));
  }

  /** The name between the marks of the page. */
  String mark() {
    return title.toLowerCase(Locale.ROOT);
  }

  @Override
  public String toString() {
    return title;
  }
}
