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
 * @param isUnique whether the values of its parts together occur once
 * @param where the rows it holds, where it does not hold all (a partial index)
 * @param method how it is built, by a name that the database knows, such as {@code gin}
 * @param included columns that it carries along without sorting by them
 */
public record Index(
    Optional<String> name,
    List<IndexKey> keys,
    boolean isUnique,
    Optional<Expression> where,
    Optional<String> method,
    List<String> included)
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
    included = included.isEmpty() ? List.of() : Names.requireColumns("the included part", included);
  }

  private static void requireMethod(String value) {
    if (!value.matches("[A-Za-z_][A-Za-z0-9_]*")) {
      throw new DefinitionException(
          "\"" + value + "\" is no index method",
          "use a word that the database knows, such as gin");
    }
  }

  /**
   * An index over these parts.
   *
   * @param keys the parts in order
   * @return the index
   * @throws DefinitionException if there is none
   */
  public static Index of(List<IndexKey> keys) {
    return new Index(Optional.empty(), keys, false, Optional.empty(), Optional.empty(), List.of());
  }

  /**
   * Lets the values of its parts together occur once.
   *
   * @return a copy
   */
  public Index unique() {
    return new Index(name, keys, true, where, method, included);
  }

  /**
   * Holds only the rows that fulfil a condition.
   *
   * @param condition such as {@code deleted_at IS NULL}
   * @return a copy
   */
  public Index where(String condition) {
    return where(Expression.of(condition));
  }

  /**
   * Holds only the rows that fulfil a condition.
   *
   * @param condition the condition
   * @return a copy
   */
  public Index where(Expression condition) {
    return new Index(name, keys, isUnique, Names.given("condition", condition), method, included);
  }

  /**
   * Is built by this method.
   *
   * @param other a word that the database knows, such as {@code gin} or {@code hash}
   * @return a copy
   * @throws DefinitionException if it is no word
   */
  public Index using(String other) {
    return new Index(name, keys, isUnique, where, Names.given("method", other), included);
  }

  /**
   * Carries these columns along without sorting by them.
   *
   * @param first a column
   * @param more further columns
   * @return a copy
   */
  public Index including(String first, String... more) {
    List<String> columns = new ArrayList<>(Names.listed(first));
    columns.addAll(Names.listed(more));
    return new Index(name, keys, isUnique, where, method, columns);
  }

  /**
   * Has this name instead of a generated one.
   *
   * @param other the name
   * @return a copy
   */
  public Index named(String other) {
    return new Index(Names.given("name", other), keys, isUnique, where, method, included);
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

  private String generatedName(QualifiedName table) {
    List<String> parts = new ArrayList<>();
    for (IndexKey key : keys) {
      parts.add(key.column().orElseGet(() -> Names.hash(key.expression().orElseThrow().text())));
    }
    return Names.generate("ix", table.name(), parts);
  }

  /**
   * The name of an index that belongs to a table.
   *
   * @return the name
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
        included);
  }

  /**
   * The same index after a column was renamed; expressions and conditions stay as they are.
   *
   * @param from the old name
   * @param to the new name
   * @return a copy
   */
  public Index renamingColumn(String from, String to) {
    return new Index(
        name,
        keys.stream().map(key -> key.renamingColumn(from, to)).toList(),
        isUnique,
        where,
        method,
        Constraint.renamed(included, from, to));
  }

  @Override
  public String toString() {
    StringBuilder text = new StringBuilder(isUnique ? "unique index " : "index ");
    name.ifPresent(value -> text.append(value).append(' '));
    method.ifPresent(value -> text.append("using ").append(value).append(' '));
    text.append(keys.toString().replace('[', '(').replace(']', ')'));
    text.append(included.isEmpty() ? "" : " including " + String.join(", ", included));
    where.ifPresent(condition -> text.append(" where ").append(condition));
    return text.toString();
  }
}
