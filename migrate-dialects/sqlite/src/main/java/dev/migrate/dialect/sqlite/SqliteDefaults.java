package dev.migrate.dialect.sqlite;

import dev.migrate.dialect.ansi.AnsiDefaults;
import dev.migrate.dialect.ansi.AnsiDefinitions;
import dev.migrate.schema.DataType;
import dev.migrate.schema.Expression;
import dev.migrate.schema.NextValue;

/** How SQLite writes defaults. */
final class SqliteDefaults extends AnsiDefaults {

  SqliteDefaults(AnsiDefinitions definitions, DataType type) {
    super(definitions, type);
  }

  /** What is not a literal stands in brackets. */
  @Override
  public String visit(Expression value) {
    return "(" + definitions.expression(value) + ")";
  }

  @Override
  public String visit(NextValue value) {
    throw definitions.unsupported(
        "the next value of the sequence " + value.sequence(),
        "let an identity() column number the rows");
  }
}
