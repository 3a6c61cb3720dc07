package dev.migrate.dialect.mysql;

import dev.migrate.dialect.ansi.AnsiRows;
import dev.migrate.schema.CharacterType;
import dev.migrate.schema.Column;
import dev.migrate.schema.CurrentDate;
import dev.migrate.schema.DataType;
import dev.migrate.schema.DefaultValue;
import dev.migrate.schema.Literal;
import dev.migrate.schema.NativeType;
import dev.migrate.schema.SimpleType;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** How MySQL and MariaDB change rows. */
final class MysqlRows extends AnsiRows {

  private static final Pattern NATIVE_TEXT =
      Pattern.compile(
          "(?i)(?:national\\s+)?(?:n?(?:var)?char(?:acter)?|(?:tiny|medium|long)?text)\\b.*");

  private final MysqlDefinitions mysql;

  MysqlRows(MysqlDefinitions definitions) {
    super(definitions);
    this.mysql = definitions;
  }

  /** An identity column takes numbers that an insert names. */
  @Override
  protected String overriding(List<Column> columns) {
    return "";
  }

  /**
   * The collation of a column may take upper case and accents for nothing, and most take spaces at
   * the end for nothing. The column itself is compared as well, for the sake of its index.
   */
  @Override
  protected Optional<String> exact(Column column) {
    return isText(column)
        ? Optional.of(
            "CONVERT("
                + definitions.names().name(column.name())
                + " USING utf8mb4) COLLATE "
                + mysql.server().exactCollation())
        : Optional.empty();
  }

  private boolean isText(Column column) {
    DataType type = column.type().on(definitions.dialects());
    return type == SimpleType.TEXT
        || type instanceof CharacterType
        || (type instanceof NativeType other && NATIVE_TEXT.matcher(other.sql()).matches());
  }

  /**
   * A column of fixed length gives its values without spaces at the end, and one of single
   * precision is not equal to the number that was written.
   */
  @Override
  protected String compared(Column column, Literal value) {
    DataType type = column.type().on(definitions.dialects());
    if (type instanceof CharacterType text && text.fixed() && value.kind() == Literal.Kind.TEXT) {
      return super.compared(column, Literal.of(value.text().replaceAll(" +$", "")));
    } else if (type == SimpleType.REAL) {
      return "CAST(" + super.compared(column, value) + " AS FLOAT)";
    }
    return super.compared(column, value);
  }

  @Override
  protected String value(DefaultValue value, Column column) {
    return value.on(definitions.dialects()) instanceof CurrentDate
        ? "CURRENT_DATE"
        : super.value(value, column);
  }
}
