package dev.migrate.dialect.sqlite;

import dev.migrate.dialect.ansi.AnsiDefinitions;
import dev.migrate.dialect.ansi.AnsiRows;
import dev.migrate.schema.Column;
import java.util.Optional;

/** How SQLite changes rows. */
final class SqliteRows extends AnsiRows {

  SqliteRows(AnsiDefinitions definitions) {
    super(definitions);
  }

  /** The collations NOCASE and RTRIM take different texts for equal. */
  @Override
  protected Optional<String> exact(Column column) {
    return column
        .collation()
        .map(name -> definitions.names().name(column.name()) + " COLLATE BINARY");
  }
}
