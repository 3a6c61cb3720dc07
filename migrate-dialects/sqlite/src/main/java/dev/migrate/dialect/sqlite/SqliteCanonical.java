package dev.migrate.dialect.sqlite;

import dev.migrate.dialect.ansi.AnsiCanonical;
import dev.migrate.schema.Check;
import dev.migrate.schema.Column;
import dev.migrate.schema.DataType;
import dev.migrate.schema.DefaultValue;
import dev.migrate.schema.DialectName;
import dev.migrate.schema.Expression;
import dev.migrate.schema.ForeignKey;
import dev.migrate.schema.IdentityMode;
import dev.migrate.schema.Index;
import dev.migrate.schema.IndexKey;
import dev.migrate.schema.NativeType;
import dev.migrate.schema.NextValue;
import dev.migrate.schema.Schema;
import dev.migrate.schema.SimpleType;
import dev.migrate.schema.Table;
import dev.migrate.schema.TableOption;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The canonical form of a schema on SQLite: what SQLite would store of it.
 *
 * <ul>
 *   <li>Variants for this dialect are chosen; enum types become labels at the column, and go.
 *   <li>An identity column is a bigint, whatever it was declared: SQLite numbers with 64 bits.
 *   <li>Types are named as {@link SqliteTypes} writes them; in a STRICT table they are how values
 *       are stored.
 *   <li>Texts are compared word by word: SQLite keeps them as they were written, and quotes what it
 *       renames. A column may have its table before it or not. Only the queries of views are left
 *       out.
 *   <li>There are no comments; every constraint is valid; the collation BINARY is none.
 * </ul>
 */
final class SqliteCanonical extends AnsiCanonical {

  private final SqliteTables tables;

  /**
   * The canonical form.
   *
   * @param tables how tables are written
   */
  SqliteCanonical(SqliteTables tables) {
    super(tables.definitions().dialects());
    this.tables = tables;
  }

  @Override
  public Table table(Schema schema, Table table) {
    return super.table(schema, table.unqualified());
  }

  @Override
  protected Optional<String> comment(Optional<String> comment) {
    return Optional.empty();
  }

  @Override
  protected List<TableOption> options(Table table) {
    String options = String.join(", ", tables.options(table));
    return options.isEmpty() ? List.of() : List.of(new TableOption(DialectName.SQLITE, options));
  }

  @Override
  protected Column column(Schema schema, Table table, Column column) {
    return super.column(schema, table, column)
        .withIdentity(column.identityMode().map(mode -> IdentityMode.BY_DEFAULT));
  }

  @Override
  protected DataType type(Schema schema, Table table, Column column) {
    if (column.identityMode().isPresent()) {
      return SimpleType.BIGINT;
    }
    DataType type = super.type(schema, table, column);
    return tables.isStrict(table) ? SqliteStrictTypes.stored(type) : type;
  }

  @Override
  protected DataType nativeType(NativeType type) {
    return SqliteTypeReader.meant(type.sql());
  }

  /** As it is read back, which for a native type may be another kind of literal. */
  @Override
  protected DefaultValue defaultValue(DefaultValue value, DataType declared, DataType type) {
    DefaultValue chosen = value.on(names);
    if (chosen instanceof NextValue) {
      return chosen; // is refused
    }
    String sql = tables.definitions().defaultValue(chosen, declared);
    DefaultValue read = SqliteDefaultReader.read(sql, type);
    return read instanceof Expression
        ? Expression.of(SqliteToken.folded(chosen instanceof Expression e ? e.text() : sql))
        : read;
  }

  @Override
  protected Expression text(Expression expression) {
    return Expression.of(SqliteToken.folded(expression.on(names).text()));
  }

  @Override
  protected Optional<String> collation(String name, DataType type) {
    return Optional.of(name.toUpperCase(Locale.ROOT)).filter(known -> !known.equals("BINARY"));
  }

  @Override
  protected Check check(Table table, Check check) {
    return check.withNotValid(false).withAtColumn(Optional.empty());
  }

  @Override
  protected ForeignKey foreignKey(ForeignKey key) {
    return key.withNotValid(false);
  }

  @Override
  protected Index index(Table table, Index index) {
    return super.index(table, index).withMethod(Optional.empty());
  }

  /** What orders the keys as they are ordered anyway is not kept. */
  @Override
  protected IndexKey key(Table table, IndexKey key) {
    return super.key(table, key)
        .withNulls(Optional.empty())
        .withOperatorClass(Optional.empty())
        .withPrefix(0);
  }
}
