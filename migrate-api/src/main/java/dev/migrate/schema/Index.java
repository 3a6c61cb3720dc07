package dev.migrate.schema;

import dev.migrate.error.DefinitionException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * An index of a table. Immutable; every method that changes something returns a copy.
 *
 * @param name its name; empty only while it belongs to no table
 * @param keys its keys in order
 * @param isUnique whether no two rows can share the values of its keys
 * @param where the condition of a partial index; empty for an index over all rows
 * @param method the index method, by a name that the database knows, such as {@code gin}
 * @param included columns that are stored in the index but are no keys of it
 * @param isNullsNotDistinct whether NULLs count as equal, so that a unique index contains only one
 * @param isInvisible whether the query planner ignores it
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
   * @throws DefinitionException if it has no key, or a name is empty
   */
  public Index {
    name.ifPresent(value -> NameRules.require("index", value));
    method.ifPresent(value -> requireMethod(value));
    keys = List.copyOf(keys);
    if (keys.isEmpty()) {
      throw new DefinitionException("an index names no column", "name at least one");
    }
    included = NameRules.requireIncluded("an index", included);
  }

  private static void requireMethod(String value) {
    if (!value.matches("[A-Za-z_][A-Za-z0-9_]*")) {
      throw new DefinitionException(
          "\"" + value + "\" is not an index method",
          "use a word that the database knows, such as gin");
    }
  }

  /**
   * An index over these keys.
   *
   * @throws DefinitionException if there is none
   */
  public static Index of(List<IndexKey> keys) {
    return new Index(
        Optional.empty(), keys, false, Optional.empty(), Optional.empty(), List.of(), false, false);
  }

  /** Makes the index unique: no two rows share the values of its keys. */
  public Index unique() {
    return withUnique(true);
  }

  /**
   * A copy that is unique or not.
   *
   * @param other whether it is unique
   */
  public Index withUnique(boolean other) {
    return new Index(name, keys, other, where, method, included, isNullsNotDistinct, isInvisible);
  }

  /** Treats NULLs as equal, so that a unique index contains only one (PostgreSQL only). */
  public Index nullsNotDistinct() {
    return withNullsNotDistinct(true);
  }

  /**
   * A copy that treats NULLs as equal or not.
   *
   * @param other whether NULLs count as equal
   */
  public Index withNullsNotDistinct(boolean other) {
    return new Index(name, keys, isUnique, where, method, included, other, isInvisible);
  }

  /** Makes the query planner ignore the index (MySQL, and MariaDB as IGNORED). */
  public Index invisible() {
    return withInvisible(true);
  }

  /**
   * A copy that the query planner ignores or not.
   *
   * @param other whether the query planner ignores it
   */
  public Index withInvisible(boolean other) {
    return new Index(name, keys, isUnique, where, method, included, isNullsNotDistinct, other);
  }

  /**
   * The same index over other parts.
   *
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
    return withWhere(NameRules.given("condition", condition));
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
    return withMethod(NameRules.given("method", other));
  }

  /**
   * A copy with another index method.
   *
   * @param other the method; empty for the database's default
   * @throws DefinitionException if it is not a word
   */
  public Index withMethod(Optional<String> other) {
    return new Index(name, keys, isUnique, where, other, included, isNullsNotDistinct, isInvisible);
  }

  /** Stores these columns in the index without making them keys. */
  public Index including(String first, String... more) {
    return withIncluded(NameRules.listed(first, more));
  }

  /**
   * A copy with other included columns.
   *
   * @param others the columns; none for none
   */
  public Index withIncluded(List<String> others) {
    return new Index(name, keys, isUnique, where, method, others, isNullsNotDistinct, isInvisible);
  }

  /** Sets the name, instead of a generated one. */
  public Index named(String other) {
    return new Index(
        NameRules.given("name", other),
        keys,
        isUnique,
        where,
        method,
        included,
        isNullsNotDistinct,
        isInvisible);
  }

  /**
   * Says in a model what the index was called before, so that a generated revision renames it.
   *
   * @param formerName the name that the revisions may still know
   * @throws DefinitionException if the name is empty
   */
  public RenamedElement was(String formerName) {
    return new RenamedElement(this, formerName);
  }

  /**
   * A copy with a name: its own or a generated one.
   *
   * @param table the table it belongs to
   * @return this, or a copy with a name such as {@code ix_account_email}
   */
  public Index namedIn(QualifiedName table) {
    return name.isPresent() ? this : named(generatedName(table));
  }

  /**
   * The name that is generated in this table if none is given.
   *
   * @return such as {@code ix_account_email}
   */
  public String generatedName(QualifiedName table) {
    return GeneratedNames.index(table, keys);
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
   * The columns that it lists.
   *
   * @return the columns among its keys, and the included ones
   */
  public List<String> columns() {
    List<String> columns = new ArrayList<>();
    keys.forEach(key -> key.column().ifPresent(columns::add));
    columns.addAll(included);
    return columns;
  }

  /** Whether it has a condition, or a key that is an expression. */
  boolean hasText() {
    return where.isPresent() || keys.stream().anyMatch(key -> key.expression().isPresent());
  }

  /** A copy with its expressions and its condition changed. */
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

  /** A copy after the rename of a column; expressions and conditions stay as they are. */
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
