package dev.migrate.dialect.postgresql;

import dev.migrate.schema.ArrayType;
import dev.migrate.schema.BinaryType;
import dev.migrate.schema.Check;
import dev.migrate.schema.Column;
import dev.migrate.schema.Constraint;
import dev.migrate.schema.DataType;
import dev.migrate.schema.DefaultValue;
import dev.migrate.schema.DialectName;
import dev.migrate.schema.Expression;
import dev.migrate.schema.ForeignKey;
import dev.migrate.schema.Generated;
import dev.migrate.schema.Index;
import dev.migrate.schema.IndexKey;
import dev.migrate.schema.Literal;
import dev.migrate.schema.NativeType;
import dev.migrate.schema.NullsOrder;
import dev.migrate.schema.PrimaryKey;
import dev.migrate.schema.Schema;
import dev.migrate.schema.Sequence;
import dev.migrate.schema.SimpleType;
import dev.migrate.schema.Table;
import dev.migrate.schema.TableOption;
import dev.migrate.schema.View;
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
 *
 * @param names the dialect's names
 */
record PostgresqlCanonical(List<DialectName> names) {

  /** Stands for every text that PostgreSQL rewrites. */
  static final Expression REWRITTEN = Expression.of("…");

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

  Schema of(Schema schema) {
    Schema canonical = schema;
    for (Table table : schema.tables()) {
      canonical = canonical.with(table(schema, table));
    }
    for (Sequence sequence : schema.sequences()) {
      canonical = canonical.with(PostgresqlSequences.canonical(sequence, names));
    }
    for (View view : schema.views()) {
      canonical = canonical.with(view.withQuery(Optional.empty()).withReads(List.of()));
    }
    return canonical;
  }

  private Table table(Schema schema, Table table) {
    return new Table(
        table.name(),
        table.columns().stream().map(this::column).toList(),
        table.constraints().stream().map(constraint -> constraint(schema, constraint)).toList(),
        table.indexes().stream().map(index -> index(table, index)).toList(),
        table.comment(),
        table
            .optionOn(names)
            .map(
                option ->
                    new TableOption(names.get(0), PostgresqlTableOptions.normal(option.sql())))
            .stream()
            .toList());
  }

  private Column column(Column declared) {
    Column column = PostgresqlCollations.of(declared, names);
    DataType type = type(column.type());
    return new Column(
        column.name(),
        type,
        column.nullable(),
        column.defaultValue().map(value -> defaultValue(value, type)),
        column.identityMode(),
        column.generated().map(generated -> new Generated(REWRITTEN, generated.stored())),
        column.collation().filter(name -> !name.equals(USUAL_COLLATION)),
        column.comment());
  }

  private DataType type(DataType declared) {
    DataType type = declared.on(names);
    if (type instanceof ArrayType array) {
      return new ArrayType(type(array.element()));
    } else if (type instanceof NativeType unknown) {
      return PostgresqlTypeReader.read(unknown.sql());
    }
    return type instanceof BinaryType ? SimpleType.BLOB : type;
  }

  private DefaultValue defaultValue(DefaultValue declared, DataType type) {
    DefaultValue value = declared.on(names);
    if (value instanceof Expression expression) {
      value = PostgresqlDefaultReader.read(expression.text(), type);
    }
    if (value instanceof Literal literal && literal.kind() != Literal.Kind.NULL) {
      boolean unknown = type == SimpleType.JSON || type instanceof NativeType;
      return unknown ? REWRITTEN : PostgresqlStoredLiteral.of(literal, type);
    }
    return value instanceof Expression ? REWRITTEN : value;
  }

  private static Constraint constraint(Schema schema, Constraint constraint) {
    if (constraint instanceof Check check) {
      return check.withCondition(REWRITTEN).withAtColumn(Optional.empty());
    } else if (constraint instanceof ForeignKey key && key.targetColumns().isEmpty()) {
      return key.withTarget(
          key.target(),
          schema
              .findTable(key.target())
              .flatMap(Table::primaryKey)
              .map(PrimaryKey::columns)
              .orElse(List.of()));
    }
    return constraint;
  }

  private static Index index(Table table, Index index) {
    return index
        .withKeys(index.keys().stream().map(key -> key(table, key)).toList())
        .withWhere(index.where().map(condition -> REWRITTEN))
        .withMethod(
            index
                .method()
                .map(method -> method.toLowerCase(Locale.ROOT))
                .filter(method -> !method.equals(USUAL_METHOD)));
  }

  /** To PostgreSQL an expression that is a column's name alone is that column. */
  private static IndexKey key(Table table, IndexKey key) {
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
        .orElseGet(() -> key.withExpression(REWRITTEN))
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
