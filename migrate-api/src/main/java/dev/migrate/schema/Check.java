package dev.migrate.schema;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * A check constraint: a condition that every row must fulfil. Immutable; every method that changes
 * something returns a copy.
 *
 * @param isNotValid whether existing rows were never checked and may violate it
 * @param isNotEnforced whether the database never checks it, so that any row may violate it
 * @param atColumn the column whose definition contains it, where the database distinguishes such a
 *     check from a table check: MariaDB names it after the column and drops it when the column is
 *     redefined without it. Elsewhere it is a table check.
 */
public record Check(
    Optional<String> name,
    Expression condition,
    boolean isNotValid,
    boolean isNotEnforced,
    Optional<String> atColumn)
    implements Constraint {

  /** Checks the names. */
  public Check {
    Objects.requireNonNull(condition, "condition");
    name.ifPresent(value -> NameRules.require("check", value));
    atColumn.ifPresent(value -> NameRules.require("column", value));
  }

  /** A check without a name. */
  public static Check of(Expression condition) {
    return new Check(Optional.empty(), condition, false, false, Optional.empty());
  }

  /**
   * Skips existing rows, so that adding the constraint takes no time; {@code validateConstraint}
   * checks them later. PostgreSQL only; other databases check them at once.
   */
  public Check notValid() {
    return withNotValid(true);
  }

  @Override
  public Check withNotValid(boolean other) {
    return new Check(name, condition, other, isNotEnforced, atColumn);
  }

  /** Makes the database never check the constraint (PostgreSQL 18 and MySQL only). */
  public Check notEnforced() {
    return withNotEnforced(true);
  }

  @Override
  public Check withNotEnforced(boolean other) {
    return new Check(name, condition, isNotValid, other, atColumn);
  }

  /**
   * Puts the check into the definition of a column, where the database distinguishes that from a
   * table check (MariaDB).
   */
  public Check atColumn(String column) {
    return withAtColumn(NameRules.given("column", column));
  }

  /**
   * A copy in the definition of another column, or of the table.
   *
   * @param column the column; empty for the table
   */
  public Check withAtColumn(Optional<String> column) {
    return new Check(name, condition, isNotValid, isNotEnforced, column);
  }

  /** A copy with another condition. */
  public Check withCondition(Expression other) {
    return new Check(name, other, isNotValid, isNotEnforced, atColumn);
  }

  @Override
  public List<String> columns() {
    return List.of();
  }

  @Override
  public List<String> usedColumns() {
    return atColumn.stream().toList();
  }

  @Override
  public Check named(String other) {
    return new Check(
        NameRules.given("name", other), condition, isNotValid, isNotEnforced, atColumn);
  }

  /**
   * Says in a model what the check was called before, so that a generated revision renames it.
   *
   * @param formerName the name that the revisions may still know
   * @throws dev.migrate.error.DefinitionException if the name is empty
   */
  public RenamedElement was(String formerName) {
    return new RenamedElement(this, formerName);
  }

  /**
   * Derived from a hash of the condition, which is all that distinguishes two checks of a table.
   */
  @Override
  public String generatedName(QualifiedName table) {
    return GeneratedNames.check(table, condition);
  }

  /**
   * Leaves the condition alone: it is a text, and texts are renamed with the others of the table.
   */
  @Override
  public Check renamingColumn(String from, String to) {
    return new Check(
        name,
        condition,
        isNotValid,
        isNotEnforced,
        atColumn.map(column -> column.equals(from) ? to : column));
  }

  @Override
  public String toString() {
    return name.map(n -> n + " ").orElse("")
        + "check ("
        + condition
        + ")"
        + atColumn.map(column -> " at column " + column).orElse("")
        + (isNotValid ? " not valid" : "")
        + (isNotEnforced ? " not enforced" : "");
  }
}
