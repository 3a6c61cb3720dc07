package dev.migrate.schema;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * A condition that every row fulfils. Immutable; every method that says something more returns a
 * copy.
 *
 * @param isNotValid whether rows that were there before it may violate it
 * @param isNotEnforced whether it is declared only, so that any row may violate it
 * @param atColumn the column whose definition holds it, where the database distinguishes such a
 *     check from one of the table: MariaDB calls it as the column and drops it when the column is
 *     defined without it. Elsewhere it is a check of the table.
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
    name.ifPresent(value -> Names.require("check", value));
    atColumn.ifPresent(value -> Names.require("column", value));
  }

  /** A check without a name. */
  public static Check of(Expression condition) {
    return new Check(Optional.empty(), condition, false, false, Optional.empty());
  }

  /**
   * Does not look at the rows that are there, so that adding it takes no time; {@code
   * validateConstraint} does so later. PostgreSQL; other databases look at once.
   */
  public Check notValid() {
    return withNotValid(true);
  }

  @Override
  public Check withNotValid(boolean other) {
    return new Check(name, condition, other, isNotEnforced, atColumn);
  }

  /** Is declared only: the database checks no row. PostgreSQL 18, MySQL. */
  public Check notEnforced() {
    return withNotEnforced(true);
  }

  @Override
  public Check withNotEnforced(boolean other) {
    return new Check(name, condition, isNotValid, other, atColumn);
  }

  /**
   * Stands in the definition of a column, where the database distinguishes that from a check of the
   * table (MariaDB).
   */
  public Check atColumn(String column) {
    return withAtColumn(Names.given("column", column));
  }

  /**
   * The same check in the definition of another column, or of the table.
   *
   * @param column the column; empty for the table
   */
  public Check withAtColumn(Optional<String> column) {
    return new Check(name, condition, isNotValid, isNotEnforced, column);
  }

  /** The same check with another condition. */
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
    return new Check(Names.given("name", other), condition, isNotValid, isNotEnforced, atColumn);
  }

  /** Made from a hash of the condition, which is all that distinguishes two checks of a table. */
  @Override
  public String generatedName(QualifiedName table) {
    return Names.generate("ck", table.name(), List.of(Names.hash(condition.text())));
  }

  /** The condition is a text, which follows with the others of its table. */
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
