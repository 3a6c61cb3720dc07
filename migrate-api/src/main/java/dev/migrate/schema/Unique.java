package dev.migrate.schema;

import dev.migrate.error.DefinitionException;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * A unique constraint: no two rows share the values of these columns. Immutable; every method that
 * changes something returns a copy.
 *
 * @param columns the columns in order
 * @param isNullsNotDistinct whether NULLs count as equal, so that only one row can have one
 * @param deferrability when it is checked
 * @param included columns that are stored in its index but are not part of the key
 */
public record Unique(
    Optional<String> name,
    List<String> columns,
    boolean isNullsNotDistinct,
    Deferrability deferrability,
    List<String> included)
    implements Constraint {

  /**
   * Checks and copies.
   *
   * @throws DefinitionException if no column is named, or one is named twice
   */
  public Unique {
    name.ifPresent(value -> NameRules.require("unique constraint", value));
    columns = NameRules.requireColumns("a unique constraint", columns);
    Objects.requireNonNull(deferrability, "deferrability");
    included = NameRules.requireIncluded("a unique constraint", included);
  }

  /**
   * A unique constraint without a name.
   *
   * @throws DefinitionException if no column is named, or one is named twice
   */
  public static Unique of(List<String> columns) {
    return new Unique(Optional.empty(), columns, false, Deferrability.NOT_DEFERRABLE, List.of());
  }

  /** Treats NULLs as equal, so that only one row can have one. */
  public Unique nullsNotDistinct() {
    return withNullsNotDistinct(true);
  }

  /**
   * A copy that treats NULLs as equal or not.
   *
   * @param other whether NULLs count as equal
   */
  public Unique withNullsNotDistinct(boolean other) {
    return new Unique(name, columns, other, deferrability, included);
  }

  /** Allows transactions to postpone the check to their end. */
  public Unique deferrable() {
    return withDeferrability(Deferrability.INITIALLY_IMMEDIATE);
  }

  /** Makes the check happen at the end of the transaction. */
  public Unique initiallyDeferred() {
    return withDeferrability(Deferrability.INITIALLY_DEFERRED);
  }

  /**
   * A copy that is checked at another time.
   *
   * @param other when it is checked
   */
  public Unique withDeferrability(Deferrability other) {
    return new Unique(name, columns, isNullsNotDistinct, other, included);
  }

  /** Stores these columns in its index without making them part of the key. */
  public Unique including(String first, String... more) {
    return withIncluded(NameRules.listed(first, more));
  }

  /**
   * A copy with other included columns.
   *
   * @param others the columns; none for none
   */
  public Unique withIncluded(List<String> others) {
    return new Unique(name, columns, isNullsNotDistinct, deferrability, others);
  }

  @Override
  public Unique named(String other) {
    return new Unique(
        NameRules.given("name", other), columns, isNullsNotDistinct, deferrability, included);
  }

  /**
   * Says in a model what the constraint was called before, so that a generated revision renames it.
   *
   * @param formerName the name that the revisions may still know
   * @throws DefinitionException if the name is empty
   */
  public RenamedElement was(String formerName) {
    return new RenamedElement(this, formerName);
  }

  @Override
  public List<String> usedColumns() {
    return Constraint.both(columns, included);
  }

  @Override
  public String generatedName(QualifiedName table) {
    return GeneratedNames.unique(table, columns);
  }

  @Override
  public Unique renamingColumn(String from, String to) {
    return new Unique(
        name,
        Constraint.renamed(columns, from, to),
        isNullsNotDistinct,
        deferrability,
        Constraint.renamed(included, from, to));
  }

  @Override
  public String toString() {
    return name.map(n -> n + " ").orElse("")
        + "unique "
        + (isNullsNotDistinct ? "nulls not distinct " : "")
        + "("
        + String.join(", ", columns)
        + ")"
        + Constraint.includedText(included)
        + deferrability.text();
  }
}
