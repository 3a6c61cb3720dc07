package dev.migrate.dialect.sqlite;

import dev.migrate.schema.ArrayType;
import dev.migrate.schema.Check;
import dev.migrate.schema.Column;
import dev.migrate.schema.Constraint;
import dev.migrate.schema.DataType;
import dev.migrate.schema.DefaultValue;
import dev.migrate.schema.DialectName;
import dev.migrate.schema.EnumLabels;
import dev.migrate.schema.EnumReference;
import dev.migrate.schema.EnumType;
import dev.migrate.schema.Expression;
import dev.migrate.schema.ForeignKey;
import dev.migrate.schema.Generated;
import dev.migrate.schema.IdentityMode;
import dev.migrate.schema.Index;
import dev.migrate.schema.IndexKey;
import dev.migrate.schema.NativeType;
import dev.migrate.schema.NextValue;
import dev.migrate.schema.PrimaryKey;
import dev.migrate.schema.Schema;
import dev.migrate.schema.SimpleType;
import dev.migrate.schema.Table;
import dev.migrate.schema.TableOption;
import dev.migrate.schema.View;
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
 *
 * @param tables how tables are written
 */
record SqliteCanonical(SqliteTables tables) {

  private List<DialectName> names() {
    return tables.definitions().dialects();
  }

  Schema of(Schema schema) {
    Schema canonical = schema;
    for (Table table : schema.tables()) {
      canonical = canonical.with(table(schema, table));
    }
    for (View view : schema.views()) {
      canonical = canonical.with(view.withQuery(Optional.empty()).withReads(List.of()));
    }
    for (EnumType type : schema.enumTypes()) {
      canonical = canonical.without(type.name());
    }
    return canonical;
  }

  Table table(Schema schema, Table declared) {
    Table table = declared.unqualified();
    boolean strict = tables.isStrict(table);
    String options = String.join(", ", tables.options(table));
    return new Table(
        table.name(),
        table.columns().stream().map(column -> column(schema, column, strict)).toList(),
        table.constraints().stream().map(constraint -> constraint(schema, constraint)).toList(),
        table.indexes().stream().map(this::index).toList(),
        Optional.empty(),
        options.isEmpty() ? List.of() : List.of(new TableOption(DialectName.SQLITE, options)));
  }

  private Column column(Schema schema, Column column, boolean strict) {
    boolean identity = column.identityMode().isPresent();
    DataType type = identity ? SimpleType.BIGINT : type(schema, column.type());
    DataType stored = strict && !identity ? SqliteStrictTypes.stored(type) : type;
    return new Column(
        column.name(),
        stored,
        column.nullable(),
        column.defaultValue().map(value -> defaultValue(value, column.type(), stored)),
        column.identityMode().map(mode -> IdentityMode.BY_DEFAULT),
        column.generated().map(g -> new Generated(text(g.expression()), g.stored())),
        column
            .collation()
            .map(name -> name.toUpperCase(Locale.ROOT))
            .filter(name -> !name.equals("BINARY")),
        Optional.empty());
  }

  private DataType type(Schema schema, DataType declared) {
    DataType type = declared.on(names());
    if (type instanceof EnumReference reference) {
      return new EnumLabels(schema.enumType(reference.type()).labels());
    } else if (type instanceof ArrayType array) {
      return new ArrayType(type(schema, array.element()));
    }
    return type instanceof NativeType unknown ? SqliteTypeReader.meant(unknown.sql()) : type;
  }

  /** As it is read back, which for a native type may be another kind of literal. */
  private DefaultValue defaultValue(DefaultValue declared, DataType type, DataType stored) {
    DefaultValue chosen = declared.on(names());
    if (chosen instanceof NextValue) {
      return chosen; // is refused
    }
    String sql = tables.definitions().defaultValue(chosen, type);
    DefaultValue value = SqliteDefaultReader.read(sql, stored);
    return value instanceof Expression
        ? Expression.of(SqliteToken.folded(chosen instanceof Expression e ? e.text() : sql))
        : value;
  }

  private Expression text(Expression expression) {
    return Expression.of(SqliteToken.folded(expression.on(names()).text()));
  }

  private Constraint constraint(Schema schema, Constraint constraint) {
    if (constraint instanceof Check check) {
      return check
          .withCondition(text(check.condition()))
          .withNotValid(false)
          .withAtColumn(Optional.empty());
    } else if (constraint instanceof ForeignKey key) {
      List<String> target =
          key.targetColumns().isEmpty()
              ? schema
                  .findTable(key.target())
                  .flatMap(Table::primaryKey)
                  .map(PrimaryKey::columns)
                  .orElse(List.of())
              : key.targetColumns();
      return key.withTarget(key.target(), target).withNotValid(false);
    }
    return constraint;
  }

  private Index index(Index index) {
    return index
        .withKeys(index.keys().stream().map(this::key).toList())
        .withWhere(index.where().map(this::text))
        .withMethod(Optional.empty());
  }

  /** What orders the keys as they are ordered anyway is not kept. */
  private IndexKey key(IndexKey key) {
    return key.expression()
        .map(expression -> key.withExpression(text(expression)))
        .orElse(key)
        .withNulls(Optional.empty())
        .withOperatorClass(Optional.empty())
        .withPrefix(0);
  }
}
