package dev.migrate.dialect.sqlite;

import dev.migrate.dialect.ansi.AnsiDefinitions;
import dev.migrate.dialect.ansi.AnsiTypes;
import dev.migrate.schema.ArrayType;
import dev.migrate.schema.BinaryType;
import dev.migrate.schema.EnumLabels;
import dev.migrate.schema.EnumReference;
import dev.migrate.schema.Schema;
import dev.migrate.schema.SimpleType;
import dev.migrate.schema.TimestampType;

/**
 * How SQLite writes types. It takes any words, keeps them, and makes an affinity of them; so they
 * are chosen to be read back, and to leave values as they are: text that looks like a number stays
 * text in {@code JSON TEXT}, bytes stay bytes in {@code BLOB(16)}.
 *
 * @see <a href="https://www.sqlite.org/datatype3.html#determination_of_column_affinity">How SQLite
 *     determines the affinity</a>
 */
class SqliteTypes extends AnsiTypes {

  SqliteTypes(AnsiDefinitions definitions, Schema schema) {
    super(definitions, schema);
  }

  @Override
  public String visit(SimpleType type) {
    return switch (type) {
      case TEXT -> "TEXT";
      case JSON -> "JSON TEXT";
      default -> super.visit(type);
    };
  }

  @Override
  public String visit(BinaryType type) {
    return "BLOB(" + type.length() + ")";
  }

  /** Nothing may follow the brackets. */
  @Override
  public String visit(TimestampType type) {
    return (type.withTimeZone() ? "TIMESTAMPTZ(" : "TIMESTAMP(") + type.digits() + ")";
  }

  /** The labels are in a check after the type: {@link SqliteEnums}. */
  @Override
  public String visit(EnumReference type) {
    return "TEXT";
  }

  @Override
  public String visit(EnumLabels type) {
    return "TEXT";
  }

  @Override
  public String visit(ArrayType type) {
    throw definitions.unsupported(
        "the type " + type, "make it json(), or a table of its own with a row for each element");
  }
}
