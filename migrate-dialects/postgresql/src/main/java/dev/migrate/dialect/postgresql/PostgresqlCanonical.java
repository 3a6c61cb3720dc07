package dev.migrate.dialect.postgresql;

import dev.migrate.dialect.ansi.AnsiCanonical;
import dev.migrate.schema.BinaryType;
import dev.migrate.schema.Check;
import dev.migrate.schema.Column;
import dev.migrate.schema.DataType;
import dev.migrate.schema.DefaultValue;
import dev.migrate.schema.DialectName;
import dev.migrate.schema.Expression;
import dev.migrate.schema.Index;
import dev.migrate.schema.IndexKey;
import dev.migrate.schema.Literal;
import dev.migrate.schema.NativeType;
import dev.migrate.schema.NullsOrder;
import dev.migrate.schema.Schema;
import dev.migrate.schema.Sequence;
import dev.migrate.schema.SimpleType;
import dev.migrate.schema.Table;
import dev.migrate.schema.TableOption;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * The canonical form of a schema on PostgreSQL: what PostgreSQL would store of it, as far as that
 * is known.
 *
 * <ul>
 *   <li>Variants for this dialect are chosen; native types are named as PostgreSQL does, without
 *       their schema; there is one type for bytes.
 *   <li>Texts that PostgreSQL rewrites are not compared: conditions, computations, views, and
 *       defaults that are neither a constant, the current time nor a sequence; nor those of JSON
 *       columns, of arrays and of types that the model does not know.
 *   <li>Prefixes of columns in indexes are left out, as are places of NULLs, operator classes and
 *       attributes of sequences that are the usual ones.
 *   <li>Times are those of microseconds, and numbers of {@code real} columns what 32 bits hold.
 * </ul>
 */
final class PostgresqlCanonical extends AnsiCanonical {

  private static final String USUAL_METHOD = "btree";
  private static final String USUAL_COLLATION = "default";

  /** The operator classes that are taken where none is stated. */
  private static final Set<String> USUAL =
      Set.of(
          "array_ops",
          "bit_ops",
          "bool_ops",
          "bpchar_ops",
          "bytea_ops",
          "char_ops",
          "cidr_ops",
          "date_ops",
          "enum_ops",
          "float4_ops",
          "float8_ops",
          "int2_ops",
          "int4_ops",
          "int8_ops",
          "interval_ops",
          "jsonb_ops",
          "macaddr_ops",
          "name_ops",
          "numeric_ops",
          "oid_ops",
          "range_ops",
          "record_ops",
          "text_ops",
          "time_ops",
          "timestamp_ops",
          "timestamptz_ops",
          "timetz_ops",
          "tsquery_ops",
          "tsvector_ops",
          "uuid_ops",
          "varbit_ops");

  PostgresqlCanonical(List<DialectName> names) {
    super(names);
  }

  @Override
  protected boolean hasEnumTypes() {
    return true;
  }

  @Override
  protected Sequence sequence(Sequence sequence) {
    return PostgresqlSequenceDefaults.canonical(sequence, names);
  }

  @Override
  protected List<TableOption> options(Table table) {
    return super.options(table).stream()
        .map(option -> PostgresqlTableOptions.normal(option.sql()))
        .map(sql -> new TableOption(names.get(0), sql))
        .toList();
  }

  @Override
  protected Column column(Schema schema, Table table, Column column) {
    return super.column(schema, table, PostgresqlCollations.of(column, names));
  }

  @Override
  protected DataType type(Schema schema, DataType declared) {
    DataType type = super.type(schema, declared);
    return type instanceof BinaryType ? SimpleType.BLOB : type;
  }

  @Override
  protected DataType nativeType(NativeType type) {
    return PostgresqlTypeReader.read(type.sql());
  }

  @Override
  protected DefaultValue understood(Expression expression, DataType type) {
    return PostgresqlDefaultReader.read(expression.text(), type);
  }

  @Override
  protected DefaultValue literal(Literal literal, DataType type) {
    boolean isUnknown = type == SimpleType.JSON || type instanceof NativeType;
    return isUnknown ? REWRITTEN : PostgresqlStoredLiteral.of(literal, type);
  }

  @Override
  protected Optional<String> collation(String name, DataType type) {
    return Optional.of(name).filter(known -> !known.equals(USUAL_COLLATION));
  }

  @Override
  protected Check check(Table table, Check check) {
    return check.withAtColumn(Optional.empty());
  }

  @Override
  protected Index index(Table table, Index index) {
    return super.index(table, index)
        .withMethod(
            index
                .method()
                .map(method -> method.toLowerCase(Locale.ROOT))
                .filter(method -> !method.equals(USUAL_METHOD)));
  }

  /** To PostgreSQL an expression that is a column's name alone is that column. */
  @Override
  protected IndexKey key(Table table, IndexKey key) {
    Optional<String> column =
        key.column()
            .or(
                () ->
                    key.expression()
                        .map(expression -> expression.text().strip())
                        .filter(text -> table.findColumn(text).isPresent()));
    NullsOrder usual = key.isDescending() ? NullsOrder.FIRST : NullsOrder.LAST;
    return column
        .map(key::withColumn)
        .orElseGet(() -> super.key(table, key))
        .withNulls(key.nulls().filter(order -> order != usual))
        .withOperatorClass(
            key.operatorClass()
                .map(PostgresqlCanonical::bare)
                .filter(name -> !USUAL.contains(name)))
        .withPrefix(0);
  }

  private static String bare(String operatorClass) {
    String name = operatorClass.replaceAll("[ ']", "").toLowerCase(Locale.ROOT);
    return name.substring(name.indexOf('.') + 1);
  }
}
