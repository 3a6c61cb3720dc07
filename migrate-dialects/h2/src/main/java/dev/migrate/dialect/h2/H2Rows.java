package dev.migrate.dialect.h2;

import dev.migrate.dialect.ansi.AnsiDefinitions;
import dev.migrate.dialect.ansi.AnsiRows;
import dev.migrate.schema.CharacterType;
import dev.migrate.schema.Column;
import dev.migrate.schema.DataType;
import dev.migrate.schema.NativeType;
import dev.migrate.schema.Table;
import java.util.Locale;
import java.util.Optional;

/** How H2 changes rows. */
final class H2Rows extends AnsiRows {

  H2Rows(AnsiDefinitions definitions) {
    super(definitions);
  }

  /**
   * With {@code SET IGNORECASE TRUE}, VARCHAR ignores the case, in the definition of a column and
   * in a cast; CLOB never does.
   */
  @Override
  protected Optional<String> exact(Column column) {
    DataType type = column.type().on(definitions.dialects());
    boolean varying = type instanceof CharacterType text && !text.fixed();
    boolean ignores =
        type instanceof NativeType other
            && other.sql().toLowerCase(Locale.ROOT).startsWith("varchar");
    String name = definitions.names().name(column.name());
    return varying || ignores
        ? Optional.of("CAST(" + name + " AS CHARACTER LARGE OBJECT)")
        : Optional.empty();
  }

  /**
   * H2 does not move the counter of an identity beyond numbers that an insert names.
   *
   * @see <a href="https://h2database.com/html/commands.html#alter_table_alter_column">ALTER TABLE
   *     ALTER COLUMN RESTART</a>
   */
  @Override
  protected Optional<String> goOn(Table table, Column identity) {
    String name = definitions.names().name(table.name());
    String column = definitions.names().name(identity.name());
    return Optional.of(
        """
        ALTER TABLE %1$s ALTER COLUMN %2$s RESTART WITH (
          SELECT CASE WHEN MAX(IDENTITY_INCREMENT) < 0 THEN MAX(IDENTITY_BASE)
                 ELSE GREATEST(MAX(IDENTITY_BASE), LEAST(MAX(IDENTITY_MAXIMUM),
                   (SELECT COALESCE(CAST(MAX(%2$s) AS DECIMAL(20)), 0) + 1 FROM %1$s))) END
          FROM INFORMATION_SCHEMA.COLUMNS
          WHERE %3$s AND %4$s AND %5$s)\
        """
            .formatted(
                name,
                column,
                table
                    .name()
                    .namespace()
                    .map(schema -> is("TABLE_SCHEMA", schema))
                    .orElse("TABLE_SCHEMA = CURRENT_SCHEMA"),
                is("TABLE_NAME", table.name().name()),
                is("COLUMN_NAME", identity.name())));
  }

  private String text(String name) {
    boolean bare = definitions.names().isBare(name);
    return definitions.literals().text(bare ? name.toUpperCase(Locale.ROOT) : name);
  }

  /** How a bare name is stored depends on how the database was opened. */
  private String is(String attribute, String name) {
    boolean bare = definitions.names().isBare(name);
    return (bare ? "UPPER(" + attribute + ")" : attribute) + " = " + text(name);
  }
}
