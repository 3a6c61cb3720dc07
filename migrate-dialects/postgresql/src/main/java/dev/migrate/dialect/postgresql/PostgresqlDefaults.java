package dev.migrate.dialect.postgresql;

import dev.migrate.dialect.ansi.AnsiDefaults;
import dev.migrate.dialect.ansi.AnsiDefinitions;
import dev.migrate.schema.DataType;
import dev.migrate.schema.NextValue;

/** How PostgreSQL writes defaults. */
final class PostgresqlDefaults extends AnsiDefaults {

  PostgresqlDefaults(AnsiDefinitions definitions, DataType type) {
    super(definitions, type);
  }

  /**
   * PostgreSQL has the standard's {@code NEXT VALUE FOR} by this function only, and keeps the
   * sequence that is meant, not its name.
   */
  @Override
  public String visit(NextValue value) {
    String sequence = definitions.names().name(value.sequence());
    return "nextval(" + definitions.literals().text(sequence) + ")";
  }
}
