package dev.migrate.dialect.h2;

import dev.migrate.dialect.Renderer;
import dev.migrate.schema.ArrayType;
import dev.migrate.schema.Check;
import dev.migrate.schema.Column;
import dev.migrate.schema.Constraint;
import dev.migrate.schema.DataType;
import dev.migrate.schema.DefaultValue;
import dev.migrate.schema.Deferrability;
import dev.migrate.schema.DialectName;
import dev.migrate.schema.EnumLabels;
import dev.migrate.schema.EnumReference;
import dev.migrate.schema.EnumType;
import dev.migrate.schema.Expression;
import dev.migrate.schema.ForeignKey;
import dev.migrate.schema.Generated;
import dev.migrate.schema.Index;
import dev.migrate.schema.IndexKey;
import dev.migrate.schema.Literal;
import dev.migrate.schema.NativeType;
import dev.migrate.schema.PrimaryKey;
import dev.migrate.schema.QualifiedName;
import dev.migrate.schema.ReferentialAction;
import dev.migrate.schema.Schema;
import dev.migrate.schema.Sequence;
import dev.migrate.schema.SimpleType;
import dev.migrate.schema.Table;
import dev.migrate.schema.View;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The canonical form of a schema on H2: what H2 would store of it, as far as that is known.
 *
 * <ul>
 *   <li>Variants for this dialect are chosen; enum types become labels at the column, and go.
 *   <li>Native types are named as H2 does; numbers lose zeros at their end.
 *   <li>Texts that H2 rewrites are not compared: conditions, computations, views, and defaults that
 *       are neither a constant, the current time nor a sequence; nor those of JSON columns.
 *   <li>Collations, index methods, prefixes, deferrability and options are left out, for H2 has
 *       none at a column, an index, a key or a table; and {@code RESTRICT} is {@code NO ACTION}.
 *   <li>Every constraint is valid, for H2 looks at the rows at once.
 *   <li>A name in upper case is the one that is written bare to get it: {@code ACCOUNT} is {@code
 *       account}. Where both are there, the database does not fold, and both stay.
 * </ul>
 *
 * <p>One thing is lost: a default that H2 computes when it is declared, such as {@code upper('a')}
 * or anything longer than {@code 3 + 4}, is stored as its value, and differs from the expression.
 *
 * @param renderer decides which names are written bare
 * @param names the dialect's names
 */
record H2Canonical(Renderer renderer, List<DialectName> names) {

  /** Stands for every text that H2 rewrites. */
  static final Expression REWRITTEN = Expression.of("…");

  Schema of(Schema schema) {
    Schema canonical = schema;
    for (Table table : schema.tables()) {
      canonical = canonical.with(table(schema, table));
    }
    for (View view : schema.views()) {
      canonical = canonical.with(view.withQuery(Optional.empty()).withReads(List.of()));
    }
    for (Sequence sequence : schema.sequences()) {
      canonical = canonical.with(H2Sequences.canonical(sequence, names));
    }
    for (EnumType type : schema.enumTypes()) {
      canonical = canonical.without(type.name());
    }
    return new H2PlainNames(renderer).of(canonical);
  }

  private Table table(Schema schema, Table table) {
    return new Table(
        table.name(),
        table.columns().stream().map(column -> column(schema, column)).toList(),
        table.constraints().stream().map(constraint -> constraint(schema, constraint)).toList(),
        table.indexes().stream().map(H2Canonical::index).toList(),
        table.comment(),
        List.of());
  }

  private Column column(Schema schema, Column column) {
    DataType type = type(schema, column.type());
    return new Column(
        column.name(),
        type,
        column.nullable(),
        column.defaultValue().map(value -> defaultValue(value, type)),
        column.identityMode(),
        column.generated().map(generated -> new Generated(REWRITTEN, generated.stored())),
        Optional.empty(),
        column.comment());
  }

  private DataType type(Schema schema, DataType declared) {
    DataType type = declared.on(names);
    if (type instanceof EnumReference reference) {
      return new EnumLabels(schema.enumType(reference.type()).labels());
    } else if (type instanceof ArrayType array) {
      return new ArrayType(type(schema, array.element()));
    } else if (type instanceof NativeType unknown) {
      return H2TypeReader.read(unknown.sql());
    }
    return type;
  }

  private DefaultValue defaultValue(DefaultValue declared, DataType type) {
    DefaultValue value = declared.on(names);
    if (value instanceof Expression expression) {
      value = H2DefaultReader.read(expression.text(), type, H2Canonical::declared);
    }
    if (value instanceof Literal literal && literal.kind() != Literal.Kind.NULL) {
      return type == SimpleType.JSON ? REWRITTEN : literal(literal);
    }
    return value instanceof Expression ? REWRITTEN : value;
  }

  private static Literal literal(Literal literal) {
    return literal.kind() == Literal.Kind.NUMBER
        ? Literal.of(new BigDecimal(literal.text()).stripTrailingZeros())
        : literal;
  }

  private static QualifiedName declared(@Nullable String schema, String name) {
    return schema == null ? QualifiedName.exactly(name) : QualifiedName.in(schema, name);
  }

  private static Constraint constraint(Schema schema, Constraint constraint) {
    if (constraint instanceof Check check) {
      return check.withCondition(REWRITTEN).withNotValid(false).withAtColumn(Optional.empty());
    } else if (constraint instanceof ForeignKey key) {
      List<String> target =
          key.targetColumns().isEmpty()
              ? schema
                  .findTable(key.target())
                  .flatMap(Table::primaryKey)
                  .map(PrimaryKey::columns)
                  .orElse(List.of())
              : key.targetColumns();
      return key.withTarget(key.target(), target)
          .withActions(H2Canonical::action)
          .withDeferrability(Deferrability.NOT_DEFERRABLE)
          .withNotValid(false);
    }
    return constraint;
  }

  /** H2 stored one for the other up to 2.4. */
  private static ReferentialAction action(ReferentialAction action) {
    return action == ReferentialAction.RESTRICT ? ReferentialAction.NO_ACTION : action;
  }

  private static Index index(Index index) {
    return index
        .withKeys(index.keys().stream().map(H2Canonical::key).toList())
        .withWhere(index.where().map(condition -> REWRITTEN))
        .withMethod(Optional.empty());
  }

  private static IndexKey key(IndexKey key) {
    return key.expression().isPresent() ? key.withExpression(REWRITTEN) : key.withPrefix(0);
  }
}
