package dev.migrate.dialect.sqlite;

import dev.migrate.dialect.Capabilities;
import dev.migrate.dialect.ansi.AnsiDefaults;
import dev.migrate.dialect.ansi.AnsiDefinitions;
import dev.migrate.dialect.ansi.AnsiNames;
import dev.migrate.dialect.ansi.AnsiTypes;
import dev.migrate.dialect.ansi.SqlFeature;
import dev.migrate.dialect.ansi.SqlScanner;
import dev.migrate.schema.Column;
import dev.migrate.schema.DataType;
import dev.migrate.schema.DialectName;
import dev.migrate.schema.EnumLabels;
import dev.migrate.schema.EnumReference;
import dev.migrate.schema.Generated;
import dev.migrate.schema.Schema;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** The SQL inside of statements where SQLite differs from the standard. */
final class SqliteDefinitions extends AnsiDefinitions {

  /** Those that every connection knows; others come and go with the application. */
  private static final Set<String> COLLATIONS = Set.of("BINARY", "NOCASE", "RTRIM");

  private final Capabilities capabilities;
  private final boolean strict;

  SqliteDefinitions(Capabilities capabilities) {
    this(capabilities, false);
  }

  private SqliteDefinitions(Capabilities capabilities, boolean strict) {
    super(
        new AnsiNames(capabilities, SqliteReservedWords.ALL, '"'),
        new SqliteLiterals(),
        List.of(DialectName.SQLITE),
        Set.of(SqlFeature.DEFERRABLE_FOREIGN_KEY));
    this.capabilities = capabilities;
    this.strict = strict;
  }

  /** The same in a table that is {@code STRICT} or not. */
  SqliteDefinitions strict(boolean other) {
    return other == strict ? this : new SqliteDefinitions(capabilities, other);
  }

  @Override
  public SqlScanner scanner() {
    return SqliteScriptFormat.SCANNER;
  }

  @Override
  protected AnsiTypes types(Schema schema) {
    return strict ? new SqliteStrictTypes(this, schema) : new SqliteTypes(this, schema);
  }

  @Override
  protected AnsiDefaults defaults(DataType type) {
    return new SqliteDefaults(this, type);
  }

  /** The only type that can number rows has this name. */
  @Override
  public String type(Column column, Schema schema) {
    return column.identityMode().isPresent() ? "INTEGER" : super.type(column, schema);
  }

  @Override
  public String column(Column column, Schema schema) {
    return super.column(column, schema)
        + labels(column, schema)
            .map(known -> SqliteEnums.check(this, column.name(), known))
            .orElse("");
  }

  /** The labels of a column that has an enum type. */
  Optional<List<String>> labels(Column column, Schema schema) {
    DataType type = column.type().on(dialects());
    return type instanceof EnumReference reference
        ? Optional.of(schema.enumType(reference.type()).labels())
        : type instanceof EnumLabels known ? Optional.of(known.labels()) : Optional.empty();
  }

  @Override
  protected String collation(String name) {
    String known = name.toUpperCase(Locale.ROOT);
    if (!COLLATIONS.contains(known)) {
      throw unsupported(
          "the collation " + name + " of a column",
          "write collate(\"NOCASE\"), RTRIM or BINARY, or leave collate(…) out");
    }
    return " COLLATE " + known;
  }

  /** Columns that number their rows say so with their key: {@link SqliteTables}. */
  @Override
  protected String source(Column column) {
    return column.defaultValue().map(v -> " DEFAULT " + defaultValue(v, column.type())).orElse("")
        + column.generated().map(generated -> generated(column, generated)).orElse("");
  }

  @Override
  protected String generated(Column column, Generated generated) {
    return " GENERATED ALWAYS AS ("
        + expression(generated.expression())
        + ")"
        + (generated.stored() ? " STORED" : " VIRTUAL");
  }
}
