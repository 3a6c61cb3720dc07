package dev.migrate.schema;

import dev.migrate.error.DefinitionException;
import dev.migrate.error.Facts;
import dev.migrate.error.SchemaException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * A table. Immutable. Equal by meaning: the order of columns, constraints and indexes does not
 * count. Constraints and indexes always have a name here, and the columns of the primary key take
 * no NULL.
 *
 * @param name its name
 * @param columns its columns in order
 * @param constraints its constraints in order
 * @param indexes its indexes in order
 * @param comment its comment in the database
 * @param options what dialects say after the closing parenthesis of {@code CREATE TABLE}, at most
 *     one each
 */
public record Table(
    QualifiedName name,
    List<Column> columns,
    List<Constraint> constraints,
    List<Index> indexes,
    Optional<String> comment,
    List<TableOption> options) {

  /**
   * Checks, names what has no name, and copies.
   *
   * @throws DefinitionException if there is no column, a name stands twice, there are two primary
   *     keys, or a key or index names a column that is not there
   */
  public Table {
    QualifiedName self = Objects.requireNonNull(name, "name");
    comment.ifPresent(Comment::require);
    constraints = TableRules.named(self, constraints, Constraint::namedIn);
    indexes = TableRules.named(self, indexes, Index::namedIn);
    columns = TableRules.distinctColumns(name, columns);
    TableRules.requireKnownColumns(name, columns, constraints, indexes);
    TableRules.requireDistinctNames(name, constraints, indexes);
    columns = TableRules.notNullInKey(columns, constraints);
    options = TableRules.distinctOptions(name, options);
  }

  /**
   * A table of these elements.
   *
   * @param elements columns, constraints, indexes and at most one comment, in any order
   * @throws DefinitionException as the constructor, or if there are two comments
   */
  public static Table of(QualifiedName name, List<TableElement> elements) {
    List<Column> columns = new ArrayList<>();
    List<Constraint> constraints = new ArrayList<>();
    List<Index> indexes = new ArrayList<>();
    List<TableOption> options = new ArrayList<>();
    Optional<String> comment = Optional.empty();
    for (TableElement element : elements) {
      if (element instanceof Column column) {
        columns.add(column);
      } else if (element instanceof Constraint constraint) {
        constraints.add(constraint);
      } else if (element instanceof Index index) {
        indexes.add(index);
      } else if (element instanceof TableOption option) {
        options.add(option);
      } else {
        if (comment.isPresent()) {
          throw new DefinitionException("the table " + name + " has two comments", "keep one");
        }
        comment = ((Comment) element).text();
      }
    }
    return new Table(name, columns, constraints, indexes, comment, options);
  }

  /** The column of this name, if there is one. */
  public Optional<Column> findColumn(String column) {
    return columns.stream().filter(known -> known.name().equals(column)).findFirst();
  }

  /**
   * The column of this name.
   *
   * @throws SchemaException if there is none; the message names the known ones
   */
  public Column column(String column) {
    return findColumn(column)
        .orElseThrow(() -> unknown("column", column, columns.stream().map(Column::name).toList()));
  }

  /** The constraint of this name, if there is one. */
  public Optional<Constraint> findConstraint(String constraint) {
    return constraints.stream()
        .filter(known -> known.requiredName().equals(constraint))
        .findFirst();
  }

  /**
   * The constraint of this name.
   *
   * @throws SchemaException if there is none; the message names the known ones
   */
  public Constraint constraint(String constraint) {
    List<String> known = constraints.stream().map(Constraint::requiredName).toList();
    return findConstraint(constraint).orElseThrow(() -> unknown("constraint", constraint, known));
  }

  /** The index of this name, if there is one. */
  public Optional<Index> findIndex(String index) {
    return indexes.stream().filter(known -> known.requiredName().equals(index)).findFirst();
  }

  /**
   * The index of this name.
   *
   * @throws SchemaException if there is none; the message names the known ones
   */
  public Index index(String index) {
    List<String> known = indexes.stream().map(Index::requiredName).toList();
    return findIndex(index).orElseThrow(() -> unknown("index", index, known));
  }

  /**
   * The primary key.
   *
   * @return the primary key, if there is one
   */
  public Optional<PrimaryKey> primaryKey() {
    return constraints.stream()
        .filter(PrimaryKey.class::isInstance)
        .map(PrimaryKey.class::cast)
        .findFirst();
  }

  /**
   * The foreign keys.
   *
   * @return the foreign keys in order, possibly none
   */
  public List<ForeignKey> foreignKeys() {
    List<ForeignKey> keys = new ArrayList<>();
    for (Constraint constraint : constraints) {
      if (constraint instanceof ForeignKey key) {
        keys.add(key);
      }
    }
    return List.copyOf(keys);
  }

  /** A key that is checked later identifies no row until then. */
  private static boolean identifies(Constraint constraint) {
    return (constraint instanceof PrimaryKey key
            && key.deferrability() == Deferrability.NOT_DEFERRABLE)
        || (constraint instanceof Unique unique
            && unique.deferrability() == Deferrability.NOT_DEFERRABLE);
  }

  /**
   * Whether no two rows share the values of these columns, by a key that is not deferrable or a
   * unique index over all rows.
   *
   * @param keyColumns the columns in any order
   * @return whether a foreign key can refer to them
   */
  public boolean hasKey(List<String> keyColumns) {
    Set<String> wanted = Set.copyOf(keyColumns);
    boolean constraint =
        constraints.stream()
            .filter(Table::identifies)
            .anyMatch(known -> Set.copyOf(known.columns()).equals(wanted));
    return constraint
        || indexes.stream()
            .filter(index -> index.isUnique() && index.where().isEmpty())
            .filter(index -> index.keys().stream().allMatch(key -> key.column().isPresent()))
            .map(index -> index.keys().stream().map(key -> key.column().orElseThrow()).toList())
            .anyMatch(columns -> Set.copyOf(columns).equals(wanted));
  }

  /** The same table under another name. */
  public Table withName(QualifiedName other) {
    return new Table(other, columns, constraints, indexes, comment, options);
  }

  /**
   * The same table with other columns.
   *
   * @param change makes the new list of columns from a mutable copy of the old one
   */
  public Table withColumns(UnaryOperator<List<Column>> change) {
    List<Column> others = change.apply(new ArrayList<>(columns));
    return isSame(others, columns)
        ? this
        : new Table(name, others, constraints, indexes, comment, options);
  }

  /**
   * The same table with one column replaced at its place.
   *
   * @param before the column's name before
   */
  public Table withColumn(String before, Column after) {
    return withColumns(
        all -> all.stream().map(known -> known.name().equals(before) ? after : known).toList());
  }

  /** The same table with other constraints. */
  public Table withConstraints(List<? extends Constraint> others) {
    return isSame(others, constraints)
        ? this
        : new Table(name, columns, List.copyOf(others), indexes, comment, options);
  }

  /** The same table with other indexes. */
  public Table withIndexes(List<Index> others) {
    return isSame(others, indexes)
        ? this
        : new Table(name, columns, constraints, others, comment, options);
  }

  /** Whether lists have the same instances: what is asked for is what is there already. */
  private static boolean isSame(List<?> one, List<?> other) {
    if (one.size() != other.size()) {
      return false;
    }
    for (int i = 0; i < one.size(); i++) {
      if (one.get(i) != other.get(i)) {
        return false;
      }
    }
    return true;
  }

  /**
   * A copy with other columns, constraints and indexes, which are checked together.
   *
   * @throws DefinitionException as the constructor
   */
  public Table withElements(
      List<Column> columns, List<? extends Constraint> constraints, List<Index> indexes) {
    return new Table(name, columns, List.copyOf(constraints), indexes, comment, options);
  }

  /**
   * The same table with another comment.
   *
   * @param other the comment; empty for none
   */
  public Table withComment(Optional<String> other) {
    return other.equals(comment)
        ? this
        : new Table(name, columns, constraints, indexes, other, options);
  }

  /** The same table with other options. */
  public Table withOptions(List<TableOption> others) {
    return others.equals(options)
        ? this
        : new Table(name, columns, constraints, indexes, comment, others);
  }

  /**
   * What follows the closing parenthesis on a dialect.
   *
   * @param names the dialect's names, the most specific first
   * @return the option of the most specific name that has one
   */
  public Optional<TableOption> optionOn(List<DialectName> names) {
    return options.isEmpty()
        ? Optional.empty()
        : names.stream()
            .flatMap(known -> options.stream().filter(option -> option.dialect().equals(known)))
            .findFirst();
  }

  /**
   * The same table with a column renamed wherever the table itself names it, in texts too.
   *
   * @throws SchemaException if it is not certain what in a text means the column
   */
  public Table renamingColumn(String from, String to) {
    return new ColumnUse(this, from).renamed(to);
  }

  /**
   * The same table, whose texts name its columns without the table: {@code age > 0} instead of
   * {@code account.age > 0}. For databases that create it for a moment under another name.
   */
  public Table unqualified() {
    return new TableTexts(this).unqualified();
  }

  /**
   * Whether a text of this table means one of its columns.
   *
   * @param text a condition, a computation or a default of this table
   * @return false only where it certainly does not
   */
  public boolean mentions(Expression text, String column) {
    return new ColumnUse(this, column).isIn(text);
  }

  /**
   * What of the table itself uses a column, apart from the column.
   *
   * @return the users in words, possibly none
   */
  public List<String> usersOf(String column) {
    return new ColumnUse(this, column).users();
  }

  /** The constraints and indexes that use a column, also those whose text mentions it. */
  public Set<String> rulesUsing(String column) {
    return new ColumnUse(this, column).rules();
  }

  @Override
  public boolean equals(Object other) {
    return this == other || (other instanceof Table that && isEqual(that));
  }

  private boolean isEqual(Table that) {
    return name.equals(that.name)
        && comment.equals(that.comment)
        && isEqual(options, that.options)
        && isEqual(columns, that.columns)
        && isEqual(constraints, that.constraints)
        && isEqual(indexes, that.indexes);
  }

  private static <T> boolean isEqual(List<T> one, List<T> other) {
    return one.equals(other)
        || (one.size() == other.size() && Set.copyOf(one).equals(Set.copyOf(other)));
  }

  @Override
  public int hashCode() {
    return Objects.hash(name, comment, Set.copyOf(columns), Set.copyOf(constraints));
  }

  @Override
  public String toString() {
    StringBuilder text = new StringBuilder("table ").append(name);
    comment.ifPresent(value -> text.append(" comment '").append(value).append('\''));
    columns.forEach(column -> text.append("\n  ").append(column));
    constraints.forEach(constraint -> text.append("\n  ").append(constraint));
    indexes.forEach(index -> text.append("\n  ").append(index));
    options.forEach(option -> text.append("\n  ").append(option));
    return text.toString();
  }

  private SchemaException unknown(String kind, String wanted, List<String> known) {
    return new SchemaException(
        Facts.of("there is no " + kind + " \"" + wanted + "\" in table " + name)
            .known(wanted, known)
            .next("correct the name, or create it in an earlier revision"));
  }
}
