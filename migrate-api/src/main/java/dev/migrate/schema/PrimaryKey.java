package dev.migrate.schema;

import dev.migrate.error.DefinitionException;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * The primary key: the columns that identify a row. They accept no NULL. Immutable; every method
 * that changes something returns a copy.
 *
 * @param columns the columns in order
 * @param deferrability when it is checked
 * @param included columns that are stored in its index but are not part of the key
 */
public record PrimaryKey(
    Optional<String> name, List<String> columns, Deferrability deferrability, List<String> included)
    implements Constraint {

  /**
   * Checks and copies.
   *
   * @throws DefinitionException if no column is named, or one is named twice
   */
  public PrimaryKey {
    name.ifPresent(value -> NameRules.require("primary key", value));
    columns = NameRules.requireColumns("a primary key", columns);
    Objects.requireNonNull(deferrability, "deferrability");
    included = NameRules.requireIncluded("a primary key", included);
  }

  /**
   * A primary key without a name.
   *
   * @throws DefinitionException if no column is named, or one is named twice
   */
  public static PrimaryKey of(List<String> columns) {
    return new PrimaryKey(Optional.empty(), columns, Deferrability.NOT_DEFERRABLE, List.of());
  }

  /** Allows transactions to postpone the check to their end. */
  public PrimaryKey deferrable() {
    return withDeferrability(Deferrability.INITIALLY_IMMEDIATE);
  }

  /** Makes the check happen at the end of the transaction. */
  public PrimaryKey initiallyDeferred() {
    return withDeferrability(Deferrability.INITIALLY_DEFERRED);
  }

  /**
   * A copy that is checked at another time.
   *
   * @param other when it is checked
   */
  public PrimaryKey withDeferrability(Deferrability other) {
    return new PrimaryKey(name, columns, other, included);
  }

  /** Stores these columns in its index without making them part of the key. */
  public PrimaryKey including(String first, String... more) {
    return withIncluded(NameRules.listed(first, more));
  }

  /**
   * A copy with other included columns.
   *
   * @param others the columns; none for none
   */
  public PrimaryKey withIncluded(List<String> others) {
    return new PrimaryKey(name, columns, deferrability, others);
  }

  @Override
  public PrimaryKey named(String other) {
    return new PrimaryKey(NameRules.given("name", other), columns, deferrability, included);
  }

  /**
   * Says in a model what the key was called before, so that a generated revision renames it.
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
    return GeneratedNames.primaryKey(table);
  }

  @Override
  public PrimaryKey renamingColumn(String from, String to) {
    return new PrimaryKey(
        name,
        Constraint.renamed(columns, from, to),
        deferrability,
        Constraint.renamed(included, from, to));
  }

  @Override
  public String toString() {
    return name.map(n -> n + " ").orElse("")
        + "primary key ("
        + String.join(", ", columns)
        + ")"
        + Constraint.includedText(included)
        + deferrability.text();
  }
}
