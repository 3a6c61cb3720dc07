package dev.migrate.dialect.mysql;

import dev.migrate.dialect.ansi.AnsiRows;
import dev.migrate.schema.Column;
import java.util.List;

/** How MySQL and MariaDB change rows. */
final class MysqlRows extends AnsiRows {

  MysqlRows(MysqlDefinitions definitions) {
    super(definitions);
  }

  /** A column that numbers its rows takes numbers that an insert names. */
  @Override
  protected String overriding(List<Column> columns) {
    return "";
  }
}
