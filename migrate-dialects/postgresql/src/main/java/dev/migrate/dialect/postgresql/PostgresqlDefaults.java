package dev.migrate.dialect.postgresql;

import dev.migrate.dialect.ansi.AnsiDefaults;
import dev.migrate.dialect.ansi.AnsiDefinitions;
import dev.migrate.schema.DataType;
import dev.migrate.schema.Expression;
import dev.migrate.schema.NextValue;
import dev.migrate.schema.SimpleType;
import dev.migrate.schema.TimeType;
import dev.migrate.schema.TimestampType;

/** How PostgreSQL writes defaults. */
final class PostgresqlDefaults extends AnsiDefaults {

  PostgresqlDefaults(AnsiDefinitions definitions, DataType type) {
    super(definitions, type);
  }

  /** A day or time that is meant to be that of the row would be that of the table's definition. */
  @Override
  public String visit(Expression value) {
    String sql = definitions.expression(value);
    PostgresqlDefaultReader.moment(sql)
        .filter(moment -> isTemporal(type.on(definitions.dialects())))
        .ifPresent(
            moment -> {
              throw definitions.unsupported(
                  "the default " + sql + ", which is computed once, when it is declared,",
                  "write "
                      + (moment.equals("now") ? "currentTimestamp()" : "currentDate()")
                      + ", or an expression that is computed for each row, such as"
                      + " expression(\"CURRENT_DATE + 1\")");
            });
    return super.visit(value);
  }

  private static boolean isTemporal(DataType type) {
    return type == SimpleType.DATE || type instanceof TimeType || type instanceof TimestampType;
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
