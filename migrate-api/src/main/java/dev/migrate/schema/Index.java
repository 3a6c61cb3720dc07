package dev.migrate.schema;

import dev.migrate.error.DefinitionException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * An index of a table. Immutable; every method that says something more returns a copy.
 *
 * @param name its name; empty only as long as it belongs to no table
 * @param keys its parts in order
 * @param isUnique whether no two rows share the values of its parts
 * @param where the rows it holds, where it does not hold all (a partial index)
 * @param method the index method, by a name that the database knows, such as {@code gin}
 * @param included columns that it carries along without sorting by them
 * @param isNullsNotDistinct whether NULL equals NULL, so that a unique index has it only once
 * @param isInvisible whether no query uses it
 */
public record Index(
    Optional<String> name,
    List<IndexKey> keys,
    boolean isUnique,
    Optional<Expression> where,
    Optional<String> method,
    List<String> included,
    boolean isNullsNotDistinct,
    boolean isInvisible)
    implements TableElement {

  /**
   * Checks and copies.
   *
   * @throws DefinitionException if it has no part, or a name is empty
   */
  public Index {
    name.ifPresent(value -> Names.require("index", value));
    method.ifPresent(value -> requireMethod(value));
    keys = List.copyOf(keys);
    if (keys.isEmpty()) {
      throw new DefinitionException("an index names no column", "name at least one");
    }
    included = Names.requireIncluded("an index", included);
  }

  private static void requireMethod(String value) {
    if (!value.matches("[A-Za-z_][A-Za-z0-9_]*")) {
      throw new DefinitionException(
          "\"" + value + "\" is not an index method",
          "use a word that the database knows, such as gin");
    }
  }

  /**
   * An index over these parts.
   *
   * @param keys the parts in order
   * @throws DefinitionException if there is none
   */
  public static Index of(List<IndexKey> keys) {
    return new Index(
        Optional.empty(), keys, false, Optional.empty(), Optional.empty(), List.of(), false, false);
  }

  /** Makes the index unique: no two rows share the values of its parts. */
  public Index unique() {
    return withUnique(true);
  }

  /**
   * The same index, unique or not.
   *
   * @param other whether it is unique
   */
  public Index withUnique(boolean other) {
    return new Index(name, keys, other, where, method, included, isNullsNotDistinct, isInvisible);
  }

  /** Treats NULL as a value like any other, so that a unique index has it only once. PostgreSQL. */
  public Index nullsNotDistinct() {
    return withNullsNotDistinct(true);
  }

  /**
   * The same index, treating NULL as a value or not.
   *
   * @param other whether NULL equals NULL
   */
  public Index withNullsNotDistinct(boolean other) {
    return new Index(name, keys, isUnique, where, method, included, other, isInvisible);
  }

  /** Is used by no query. MySQL, and MariaDB as IGNORED. */
  public Index invisible() {
    return withInvisible(true);
  }

  /**
   * The same index, used by queries or not.
   *
   * @param other whether no query uses it
   */
  public Index withInvisible(boolean other) {
    return new Index(name, keys, isUnique, where, method, included, isNullsNotDistinct, other);
  }

  /**
   * The same index over other parts.
   *
   * @param others the parts in order
   * @throws DefinitionException if there is none
   */
  public Index withKeys(List<IndexKey> others) {
    return new Index(
        name, others, isUnique, where, method, included, isNullsNotDistinct, isInvisible);
  }

  /**
   * Holds only the rows that fulfil a condition.
   *
   * @param condition such as {@code deleted_at IS NULL}
   */
  public Index where(String condition) {
    return where(Expression.of(condition));
  }

  /** Holds only the rows that fulfil a condition. */
  public Index where(Expression condition) {
    return withWhere(Names.given("condition", condition));
  }

  /**
   * The same index over other rows.
   *
   * @param other the condition; empty for all rows
   */
  public Index withWhere(Optional<Expression> other) {
    return new Index(
        name, keys, isUnique, other, method, included, isNullsNotDistinct, isInvisible);
  }

  /**
   * Uses this index method.
   *
   * @param other a word that the database knows, such as {@code gin} or {@code hash}
   * @throws DefinitionException if it is not a word
   */
  public Index using(String other) {
    return withMethod(Names.given("method", other));
  }

  /**
   * The same index with another index method.
   *
   * @param other the method; empty for the database's own choice
   * @throws DefinitionException if it is not a word
   */
  public Index withMethod(Optional<String> other) {
    return new Index(name, keys, isUnique, where, other, included, isNullsNotDistinct, isInvisible);
  }

  /** Carries these columns along without sorting by them. */
  public Index including(String first, String... more) {
    return withIncluded(Names.listed(first, more));
  }

  /**
   * The same index with other columns that it carries along.
   *
   * @param others the columns; none for none
   */
  public Index withIncluded(List<String> others) {
    return new Index(name, keys, isUnique, where, method, others, isNullsNotDistinct, isInvisible);
  }

  /** Has this name instead of a generated one. */
  public Index named(String other) {
    return new Index(
        Names.given("name", other),
        keys,
        isUnique,
        where,
        method,
        included,
        isNullsNotDistinct,
        isInvisible);
  }

  /**
   * The same index with a name, its own or a generated one.
   *
   * @param table the table it belongs to
   * @return this, or a copy with a name such as {@code ix_account_email}
   */
  public Index namedIn(QualifiedName table) {
    return name.isPresent() ? this : named(generatedName(table));
  }

  /**
   * The name that it gets in this table where none is given.
   *
   * @return such as {@code ix_account_email}
   */
  public String generatedName(QualifiedName table) {
    List<String> parts = new ArrayList<>();
    for (IndexKey key : keys) {
      parts.add(key.column().orElseGet(() -> Names.hash(key.expression().orElseThrow().text())));
    }
    return Names.generate("ix", table.name(), parts);
  }

  /**
   * The name of an index that belongs to a table.
   *
   * @throws IllegalStateException if it belongs to none
   */
  public String requiredName() {
    return name.orElseThrow(() -> new IllegalStateException(this + " belongs to no table"));
  }

  /**
   * The columns that it names.
   *
   * @return the columns among its parts, and those it carries along
   */
  public List<String> columns() {
    List<String> columns = new ArrayList<>();
    keys.forEach(key -> key.column().ifPresent(columns::add));
    columns.addAll(included);
    return columns;
  }

  /** Whether it has a condition, or a part that is an expression. */
  boolean hasText() {
    return where.isPresent() || keys.stream().anyMatch(key -> key.expression().isPresent());
  }

  /** The same index with other expressions and another condition, where it has any. */
  Index withTexts(UnaryOperator<Expression> change) {
    return new Index(
        name,
        keys.stream().map(key -> key.withText(change)).toList(),
        isUnique,
        where.map(change),
        method,
        included,
        isNullsNotDistinct,
        isInvisible);
  }

  /** The same index after a column was renamed; expressions and conditions stay as they are. */
  public Index renamingColumn(String from, String to) {
    return new Index(
        name,
        keys.stream().map(key -> key.renamingColumn(from, to)).toList(),
        isUnique,
        where,
        method,
        Constraint.renamed(included, from, to),
        isNullsNotDistinct,
        isInvisible);
  }

  @Override
  public String toString() {
    StringBuilder text = new StringBuilder(isUnique ? "unique index " : "index ");
    name.ifPresent(value -> text.append(value).append(' '));
    method.ifPresent(value -> text.append("using ").append(value).append(' '));
    text.append(keys.toString().replace('[', '(').replace(']', ')'));
    text.append(Constraint.includedText(included));
    text.append(isNullsNotDistinct ? " nulls not distinct" : "");
    where.ifPresent(condition -> text.append(" where ").append(condition));
    text.append(isInvisible ? " invisible" : "");
    return text.toString();
  }
}
