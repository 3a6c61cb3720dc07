package dev.migrate.dialect.ansi;

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
import dev.migrate.schema.Index;
import dev.migrate.schema.IndexKey;
import dev.migrate.schema.Literal;
import dev.migrate.schema.NativeType;
import dev.migrate.schema.PrimaryKey;
import dev.migrate.schema.Schema;
import dev.migrate.schema.Sequence;
import dev.migrate.schema.Table;
import dev.migrate.schema.TableOption;
import dev.migrate.schema.View;
import java.util.List;
import java.util.Optional;

/**
 * The canonical form of a schema: what a database would store of it. A dialect overrides the parts
 * that its database stores differently. Immutable.
 *
 * <p>Every part is a copy of the declared one with single attributes changed, so an attribute that
 * neither this class nor a dialect mentions stays in the canonical form.
 *
 * <ul>
 *   <li>The variants for this dialect are chosen.
 *   <li>Enum types become labels at their columns and are removed, unless the database has them.
 *   <li>Texts are not compared, because databases rewrite them: conditions, computations, queries,
 *       and defaults that are not read as a constant, the current time or a sequence.
 *   <li>A foreign key without target columns refers to the primary key of its target.
 * </ul>
 */
public class AnsiCanonical {

  /** Replaces every text that the database rewrites. */
  public static final Expression REWRITTEN = Expression.of("…");

  /** The names by which revisions can mean the dialect, the most specific first. */
  protected final List<DialectName> names;

  /** A canonical form for the dialect with these names, the most specific first. */
  public AnsiCanonical(List<DialectName> names) {
    this.names = List.copyOf(names);
  }

  /** The canonical form of a schema. */
  public Schema of(Schema schema) {
    Schema canonical = schema;
    for (Table table : schema.tables()) {
      canonical = canonical.with(table(schema, table));
    }
    for (View view : schema.views()) {
      canonical = canonical.with(view.withQuery(Optional.empty()).withReads(List.of()));
    }
    for (Sequence sequence : schema.sequences()) {
      canonical = canonical.with(sequence(sequence));
    }
    if (!hasEnumTypes()) {
      for (EnumType type : schema.enumTypes()) {
        canonical = canonical.without(type.name());
      }
    }
    return canonical;
  }

  /** Whether the database has enum types as objects; by default it has none. */
  protected boolean hasEnumTypes() {
    return false;
  }

  /** A sequence; unchanged by default. */
  protected Sequence sequence(Sequence sequence) {
    return sequence;
  }

  /** A table with all its parts. */
  public Table table(Schema schema, Table table) {
    return table
        .withElements(columns(schema, table), constraints(schema, table), indexes(table))
        .withComment(comment(table.comment()))
        .withOptions(options(table));
  }

  /** The comment of a table or column; unchanged by default. */
  protected Optional<String> comment(Optional<String> comment) {
    return comment;
  }

  /** The options of a table; by default the one for this dialect, verbatim. */
  protected List<TableOption> options(Table table) {
    return table.optionOn(names).stream().toList();
  }

  private List<Column> columns(Schema schema, Table table) {
    return table.columns().stream().map(column -> column(schema, table, column)).toList();
  }

  /** A column; its default is removed first, because it may not fit the declared type. */
  protected Column column(Schema schema, Table table, Column column) {
    DataType type = type(schema, table, column);
    return column
        .withDefault(Optional.empty())
        .withType(type)
        .withDefault(column.defaultValue().map(value -> defaultValue(value, column.type(), type)))
        .withGenerated(column.generated().map(this::generated))
        .withCollation(column.collation().flatMap(name -> collation(name, type)))
        .withComment(comment(column.comment()));
  }

  private Generated generated(Generated generated) {
    return generated.withExpression(text(generated.expression()));
  }

  /** The type of a column; by default that of a value anywhere. */
  protected DataType type(Schema schema, Table table, Column column) {
    return type(schema, column.type());
  }

  /** A type. */
  protected DataType type(Schema schema, DataType declared) {
    DataType type = declared.on(names);
    if (type instanceof EnumReference reference && !hasEnumTypes()) {
      return new EnumLabels(schema.enumType(reference.type()).labels());
    } else if (type instanceof ArrayType array) {
      return new ArrayType(type(schema, array.element()));
    } else if (type instanceof NativeType unknown) {
      return nativeType(unknown);
    }
    return type;
  }

  /** A type in the database's own words; by default verbatim. */
  protected DataType nativeType(NativeType type) {
    return type;
  }

  /**
   * A column's default, which is compared as far as it is understood.
   *
   * @param declared the declared type of the column
   * @param type the canonical type of the column
   */
  protected DefaultValue defaultValue(DefaultValue value, DataType declared, DataType type) {
    DefaultValue chosen = value.on(names);
    DefaultValue meant =
        chosen instanceof Expression expression ? understood(expression, type) : chosen;
    if (meant instanceof Literal literal && literal.kind() != Literal.Kind.NULL) {
      return literal(literal, type);
    }
    return meant instanceof Expression expression ? text(expression) : meant;
  }

  /** What an expression means as a default, if it is a constant, the current time or a sequence. */
  protected DefaultValue understood(Expression expression, DataType type) {
    return expression;
  }

  /** A constant other than NULL as a default; unchanged by default. */
  protected DefaultValue literal(Literal literal, DataType type) {
    return literal;
  }

  /** A text in SQL; by default it is not compared. */
  protected Expression text(Expression expression) {
    return REWRITTEN;
  }

  /** A column's collation, empty if it is the usual one; unchanged by default. */
  protected Optional<String> collation(String name, DataType type) {
    return Optional.of(name);
  }

  /** The constraints of a table. */
  protected List<Constraint> constraints(Schema schema, Table table) {
    return table.constraints().stream()
        .map(constraint -> constraint(schema, table, constraint))
        .toList();
  }

  /** One constraint of a table. */
  protected final Constraint constraint(Schema schema, Table table, Constraint constraint) {
    if (constraint instanceof Check check) {
      return check(table, check.withCondition(text(check.condition())));
    } else if (constraint instanceof ForeignKey key) {
      return foreignKey(key.targetColumns().isEmpty() ? targeting(schema, key) : key);
    } else if (constraint instanceof PrimaryKey key) {
      return primaryKey(key);
    }
    return constraint;
  }

  private static ForeignKey targeting(Schema schema, ForeignKey key) {
    return key.withTarget(
        key.target(),
        schema
            .findTable(key.target())
            .flatMap(Table::primaryKey)
            .map(PrimaryKey::columns)
            .orElse(List.of()));
  }

  /** A check with its canonical condition; otherwise unchanged by default. */
  protected Check check(Table table, Check check) {
    return check;
  }

  /** A foreign key with its target columns; otherwise unchanged by default. */
  protected ForeignKey foreignKey(ForeignKey key) {
    return key;
  }

  /** A primary key; unchanged by default. */
  protected PrimaryKey primaryKey(PrimaryKey key) {
    return key;
  }

  /** The indexes of a table. */
  protected List<Index> indexes(Table table) {
    return table.indexes().stream().map(index -> index(table, index)).toList();
  }

  /** One index of a table. */
  protected Index index(Table table, Index index) {
    return index
        .withKeys(index.keys().stream().map(key -> key(table, key)).toList())
        .withWhere(index.where().map(this::text));
  }

  /** One key of an index. */
  protected IndexKey key(Table table, IndexKey key) {
    return key.expression().map(expression -> key.withExpression(text(expression))).orElse(key);
  }
}
