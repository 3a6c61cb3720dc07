package dev.migrate.dialect.sqlite;

import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * The tables in which SQLite's own kinds of virtual tables keep their rows.
 *
 * @see <a href="https://www.sqlite.org/vtab.html#the_xshadowname_method">Shadow tables</a>
 */
final class SqliteShadowTables {

  private static final List<String> FTS =
      List.of("content", "segments", "segdir", "docsize", "stat");

  private static final Map<String, List<String>> BY_MODULE =
      Map.of(
          "fts3", FTS,
          "fts4", FTS,
          "fts5", List.of("data", "idx", "content", "docsize", "config"),
          "rtree", List.of("node", "rowid", "parent"),
          "geopoly", List.of("node", "rowid", "parent"));

  private SqliteShadowTables() {}

  /** Whether a table of this name is one of those; names are in lower case. */
  static boolean isShadow(String virtual, String module, String name) {
    return BY_MODULE.getOrDefault(module.toLowerCase(Locale.ROOT), List.of()).stream()
        .anyMatch(suffix -> name.equals(virtual + "_" + suffix));
  }
}
