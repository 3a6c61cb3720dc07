package dev.migrate.dialect.mysql;

import dev.migrate.dialect.ansi.AnsiCanonical;
import dev.migrate.schema.CharacterType;
import dev.migrate.schema.Check;
import dev.migrate.schema.Column;
import dev.migrate.schema.Constraint;
import dev.migrate.schema.DataType;
import dev.migrate.schema.DecimalType;
import dev.migrate.schema.DefaultValue;
import dev.migrate.schema.Deferrability;
import dev.migrate.schema.EnumLabels;
import dev.migrate.schema.Expression;
import dev.migrate.schema.ForeignKey;
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
final class MysqlCanonical extends AnsiCanonical {

  private static final String PRIMARY = "PRIMARY";

  /** Two labels that the catalogue shows as the same. */
  private static final DataType SHOWN_ALIKE = new NativeType("enum");

  private final MysqlServer server;

  MysqlCanonical(MysqlServer server) {
    super(server.names());
    this.server = server;
  }

  @Override
  protected Sequence sequence(Sequence sequence) {
    return MysqlSequenceDefaults.canonical(sequence);
  }

  /** A collation of a column that is the table's own is not kept. */
  @Override
  public Table table(Schema schema, Table declared) {
    Table table = super.table(schema, declared);
    Optional<String> usual = MysqlTableOptions.of(declared, names).collation();
    return table.columns().stream().noneMatch(column -> isCollated(column, usual))
        ? table
        : table.withColumns(
            columns -> columns.stream().map(column -> collatedAs(column, usual)).toList());
  }

  private static Column collatedAs(Column column, Optional<String> usual) {
    return isCollated(column, usual) ? column.withCollation(Optional.empty()) : column;
  }

  private static boolean isCollated(Column column, Optional<String> collation) {
    return column.collation().isPresent() && column.collation().equals(collation);
  }

  @Override
  protected List<TableOption> options(Table table) {
    return MysqlTableOptions.of(table, names).canonical().stream()
        .map(sql -> new TableOption(names.get(0), sql))
        .toList();
  }

  @Override
  protected Optional<String> collation(String name, DataType type) {
    return isText(type) ? Optional.of(MysqlCollations.plain(name)) : Optional.empty();
  }

  private static boolean isText(DataType type) {
    return type instanceof CharacterType
        || type instanceof EnumLabels
        || type instanceof NativeType
        || type == SimpleType.TEXT;
  }

  @Override
  protected DataType type(Schema schema, DataType declared) {
    DataType type = super.type(schema, declared);
    if (type instanceof EnumLabels labels) {
      List<String> shown = labels.labels().stream().map(MysqlText::shown).toList();
      return new HashSet<>(shown).size() == shown.size() ? new EnumLabels(shown) : SHOWN_ALIKE;
    }
    return type;
  }

  @Override
  protected DataType nativeType(NativeType type) {
    return MysqlTypeReader.read(type.sql(), server);
  }

  @Override
  protected DefaultValue understood(Expression expression, DataType type) {
    return MysqlDefaultReader.read(expression.text(), type, MysqlCanonical::declared);
  }

  @Override
  protected DefaultValue literal(Literal literal, DataType type) {
    return isShown(literal, type) ? shown(literal, type) : REWRITTEN;
  }

  private boolean isShown(Literal literal, DataType type) {
    return switch (literal.kind()) {
      case BYTES, TIMESTAMP_WITH_TIME_ZONE -> false;
      case UUID -> server.hasUuid();
      default -> server.isMariadb() || type != SimpleType.JSON;
    };
  }

  private static Literal shown(Literal literal, DataType type) {
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

  /** A unique constraint is a unique index. */
  @Override
  protected List<Constraint> constraints(Schema schema, Table table) {
    return super.constraints(schema, table).stream()
        .filter(constraint -> !(constraint instanceof Unique))
        .toList();
  }

  @Override
  protected PrimaryKey primaryKey(PrimaryKey key) {
    return key.named(PRIMARY);
  }

  /** MariaDB calls a check at a column as the column; to MySQL it is one of the table. */
  @Override
  protected Check check(Table table, Check check) {
    Check valid = check.withNotValid(false);
    if (!server.isMariadb() || check.atColumn().isEmpty()) {
      return valid.withAtColumn(Optional.empty());
    }
    String column = check.atColumn().orElseThrow();
    boolean isTaken =
        table.constraints().stream()
            .map(Constraint::requiredName)
            .anyMatch(known -> known.equals(column) && !known.equals(check.requiredName()));
    return valid.named(isTaken ? column + " (column)" : column);
  }

  @Override
  protected ForeignKey foreignKey(ForeignKey key) {
    return key.withActions(MysqlCanonical::action)
        .withDeferrability(Deferrability.NOT_DEFERRABLE)
        .withNotValid(false);
  }

  private static ReferentialAction action(ReferentialAction action) {
    return action == ReferentialAction.RESTRICT ? ReferentialAction.NO_ACTION : action;
  }

  @Override
  protected List<Index> indexes(Table table) {
    List<Index> indexes = new ArrayList<>();
    for (Constraint constraint : table.constraints()) {
      if (constraint instanceof Unique unique) {
        List<IndexKey> keys = unique.columns().stream().map(IndexKey::column).toList();
        indexes.add(Index.of(keys).unique().named(unique.requiredName()));
      }
    }
    for (Index index : table.indexes()) {
      if (table.foreignKeys().stream().noneMatch(key -> isImplied(index, key))) {
        indexes.add(index(table, index));
      }
    }
    return indexes;
  }

  private static boolean isImplied(Index index, ForeignKey key) {
    List<IndexKey> keys = key.columns().stream().map(IndexKey::column).toList();
    return index.requiredName().equals(key.requiredName())
        && !index.isUnique()
        && index.keys().equals(keys);
  }

  @Override
  protected Index index(Table table, Index index) {
    return super.index(table, index)
        .withWhere(Optional.empty())
        .withMethod(index.method().flatMap(method -> method(table, method)))
        .withIncluded(List.of());
  }

  private Optional<String> method(Table table, String method) {
    String usual = MysqlTableOptions.of(table, names).hasHashes() ? "hash" : "btree";
    return Optional.of(method.toLowerCase(Locale.ROOT)).filter(name -> !name.equals(usual));
  }

  /** A beginning as long as the column is the whole of it. */
  @Override
  protected IndexKey key(Table table, IndexKey key) {
    boolean isWhole =
        key.column()
            .map(column -> table.column(column).type().on(names))
            .filter(type -> type instanceof CharacterType text && text.length() <= key.prefix())
            .isPresent();
    return super.key(table, key)
        .withNulls(Optional.empty())
        .withOperatorClass(Optional.empty())
        .withPrefix(isWhole ? 0 : key.prefix());
  }
}
