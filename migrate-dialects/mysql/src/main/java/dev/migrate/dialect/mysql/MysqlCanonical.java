package dev.migrate.dialect.mysql;

import dev.migrate.schema.CharacterType;
import dev.migrate.schema.Check;
import dev.migrate.schema.Column;
import dev.migrate.schema.Constraint;
import dev.migrate.schema.DataType;
import dev.migrate.schema.DecimalType;
import dev.migrate.schema.DefaultValue;
import dev.migrate.schema.Deferrability;
import dev.migrate.schema.EnumLabels;
import dev.migrate.schema.EnumReference;
import dev.migrate.schema.EnumType;
import dev.migrate.schema.Expression;
import dev.migrate.schema.ForeignKey;
import dev.migrate.schema.Generated;
import dev.migrate.schema.Index;
import dev.migrate.schema.IndexKey;
import dev.migrate.schema.Literal;
import dev.migrate.schema.Literal.Kind;
import dev.migrate.schema.NativeType;
import dev.migrate.schema.PrimaryKey;
import dev.migrate.schema.QualifiedName;
import dev.migrate.schema.ReferentialAction;
import dev.migrate.schema.Schema;
import dev.migrate.schema.Sequence;
import dev.migrate.schema.SimpleType;
import dev.migrate.schema.Table;
import dev.migrate.schema.TableOption;
import dev.migrate.schema.Unique;
import dev.migrate.schema.View;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The canonical form of a schema on MySQL and MariaDB: what they would store of it, as far as that
 * is known.
 *
 * <ul>
 *   <li>Variants for this dialect are chosen; enum types become labels at the column, and go.
 *   <li>A unique constraint is a unique index. Every primary key is called {@code PRIMARY}. The
 *       index that a foreign key implies, which has its name and its columns, is left out.
 *   <li>Native types are named as the server does; numbers lose zeros at their end.
 *   <li>Texts that the server rewrites are not compared: conditions, computations, views, and
 *       defaults that are neither a constant, the current time nor a sequence; nor are constants
 *       that the catalogue does not show as they are: bytes, instants (which it shows in the
 *       session's time zone), and in MySQL UUIDs and JSON.
 *   <li>Characters of four bytes are question marks, as in the catalogue.
 *   <li>Options of tables are sorted, and those that are the server's defaults are left out; a
 *       column has no collation if it is the table's. What is the database's default was left out
 *       before, by {@link MysqlInspector}.
 *   <li>{@code RESTRICT} is {@code NO ACTION}, which InnoDB checks at once too.
 * </ul>
 */
record MysqlCanonical(MysqlServer server) {

  /** Stands for every text that the server rewrites. */
  static final Expression REWRITTEN = Expression.of("…");

  private static final String PRIMARY = "PRIMARY";

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
    for (Sequence sequence : schema.sequences()) {
      canonical = canonical.with(MysqlSequenceLimits.canonical(sequence));
    }
    return canonical;
  }

  private Table table(Schema schema, Table table) {
    MysqlTableOptions options = MysqlTableOptions.of(table, server.names());
    List<Constraint> constraints = new ArrayList<>();
    List<Index> indexes = new ArrayList<>();
    for (Constraint constraint : table.constraints()) {
      if (constraint instanceof Unique unique) {
        List<IndexKey> keys = unique.columns().stream().map(IndexKey::column).toList();
        indexes.add(Index.of(keys).unique().named(unique.requiredName()));
      } else {
        constraints.add(constraint(schema, table, constraint));
      }
    }
    for (Index index : table.indexes()) {
      if (table.foreignKeys().stream().noneMatch(key -> isImplied(index, key))) {
        indexes.add(index(table, index, options.hasHashes()));
      }
    }
    return new Table(
        table.name(),
        table.columns().stream().map(column -> column(schema, column, options)).toList(),
        constraints,
        indexes,
        table.comment(),
        options.canonical().stream()
            .map(sql -> new TableOption(server.names().get(0), sql))
            .toList());
  }

  private static boolean isImplied(Index index, ForeignKey key) {
    List<IndexKey> keys = key.columns().stream().map(IndexKey::column).toList();
    return index.requiredName().equals(key.requiredName())
        && !index.isUnique()
        && index.keys().equals(keys);
  }

  private Column column(Schema schema, Column column, MysqlTableOptions options) {
    DataType type = type(schema, column.type());
    return new Column(
        column.name(),
        type,
        column.nullable(),
        column.defaultValue().map(value -> defaultValue(value, type)),
        column.identityMode(),
        column.generated().map(generated -> new Generated(REWRITTEN, generated.stored())),
        column
            .collation()
            .map(MysqlCollations::plain)
            .filter(name -> isText(type) && !options.collation().equals(Optional.of(name))),
        column.comment());
  }

  private static boolean isText(DataType type) {
    return type instanceof CharacterType
        || type instanceof EnumLabels
        || type instanceof NativeType
        || type == SimpleType.TEXT;
  }

  private DataType type(Schema schema, DataType declared) {
    DataType type = declared.on(server.names());
    if (type instanceof NativeType unknown) {
      type = MysqlTypeReader.read(unknown.sql());
    }
    if (type instanceof EnumReference reference) {
      type = new EnumLabels(schema.enumType(reference.type()).labels());
    }
    if (type instanceof EnumLabels labels) {
      List<String> shown = labels.labels().stream().map(MysqlText::shown).toList();
      return new HashSet<>(shown).size() == shown.size() ? new EnumLabels(shown) : SHOWN_ALIKE;
    }
    return type;
  }

  /** Two labels that the catalogue shows as the same. */
  private static final DataType SHOWN_ALIKE = new NativeType("enum");

  private DefaultValue defaultValue(DefaultValue declared, DataType type) {
    DefaultValue value = declared.on(server.names());
    if (value instanceof Expression expression) {
      value = MysqlDefaultReader.read(expression.text(), type, MysqlCanonical::declared);
    }
    if (value instanceof Literal literal && literal.kind() != Kind.NULL) {
      return isShown(literal, type) ? literal(literal, type) : REWRITTEN;
    }
    return value instanceof Expression ? REWRITTEN : value;
  }

  private boolean isShown(Literal literal, DataType type) {
    return switch (literal.kind()) {
      case BYTES, TIMESTAMP_WITH_TIME_ZONE -> false;
      case UUID -> server.hasUuid();
      default -> server.isMariadb() || type != SimpleType.JSON;
    };
  }

  private static Literal literal(Literal literal, DataType type) {
    if (literal.kind() == Kind.NUMBER) {
      BigDecimal number = new BigDecimal(literal.text());
      if (type instanceof DecimalType decimal) {
        number = number.setScale(decimal.scale(), RoundingMode.HALF_UP);
      } else if (type instanceof SimpleType simple && simple.isWholeNumber()) {
        number = number.setScale(0, RoundingMode.HALF_UP);
      }
      return Literal.of(number.stripTrailingZeros());
    }
    if (literal.kind() == Kind.TEXT) {
      return Literal.of(MysqlText.shown(literal.text(), type == SimpleType.TEXT ? "????" : "?"));
    }
    return literal;
  }

  private static QualifiedName declared(@Nullable String database, String name) {
    return database == null ? QualifiedName.exactly(name) : QualifiedName.in(database, name);
  }

  private Constraint constraint(Schema schema, Table table, Constraint constraint) {
    if (constraint instanceof Check check) {
      return check(table, check).withCondition(REWRITTEN).withNotValid(false);
    } else if (constraint instanceof PrimaryKey key) {
      return key.named(PRIMARY);
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
          .withActions(MysqlCanonical::action)
          .withDeferrability(Deferrability.NOT_DEFERRABLE)
          .withNotValid(false);
    }
    return constraint;
  }

  /** MariaDB calls a check at a column as the column; to MySQL it is one of the table. */
  private Check check(Table table, Check check) {
    if (!server.isMariadb() || check.atColumn().isEmpty()) {
      return check.withAtColumn(Optional.empty());
    }
    String column = check.atColumn().orElseThrow();
    boolean taken = table.findConstraint(column).filter(other -> !other.equals(check)).isPresent();
    return check.named(taken ? column + " (column)" : column);
  }

  private static ReferentialAction action(ReferentialAction action) {
    return action == ReferentialAction.RESTRICT ? ReferentialAction.NO_ACTION : action;
  }

  private Index index(Table table, Index index, boolean hasHashes) {
    String usual = hasHashes ? "hash" : "btree";
    return index
        .withKeys(index.keys().stream().map(key -> key(table, key)).toList())
        .withWhere(Optional.empty())
        .withMethod(
            index.method().map(m -> m.toLowerCase(Locale.ROOT)).filter(m -> !m.equals(usual)))
        .withIncluded(List.of());
  }

  /** A beginning as long as the column is the whole of it. */
  private IndexKey key(Table table, IndexKey key) {
    DataType type =
        key.column().map(column -> table.column(column).type().on(server.names())).orElse(null);
    boolean whole = type instanceof CharacterType text && text.length() <= key.prefix();
    IndexKey same = key.expression().isPresent() ? key.withExpression(REWRITTEN) : key;
    return same.withNulls(Optional.empty())
        .withOperatorClass(Optional.empty())
        .withPrefix(whole ? 0 : key.prefix());
  }
}
