package dev.migrate.schema;

import dev.migrate.error.DefinitionException;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * A foreign key: its columns hold the values of a key of another table, or of the same one.
 * Immutable; every method that changes something returns a copy.
 *
 * @param columns the referring columns in order
 * @param target the referenced table
 * @param targetColumns the referenced columns; empty for the target's primary key
 * @param onDelete what happens when a referenced row is deleted
 * @param onUpdate what happens when a referenced key changes
 * @param deferrability when it is checked
 * @param isNotValid whether existing rows were never checked and may refer to nothing
 * @param isNotEnforced whether the database never checks it, so that any row may refer to nothing
 * @param match how rows are checked if some of the columns are NULL
 * @param onDeleteColumns the columns that {@code SET NULL} or {@code SET DEFAULT} changes when a
 *     referenced row is deleted; empty for all
 */
public record ForeignKey(
    Optional<String> name,
    List<String> columns,
    QualifiedName target,
    List<String> targetColumns,
    ReferentialAction onDelete,
    ReferentialAction onUpdate,
    Deferrability deferrability,
    boolean isNotValid,
    boolean isNotEnforced,
    MatchType match,
    List<String> onDeleteColumns)
    implements Constraint {

  /**
   * Checks and copies.
   *
   * @throws DefinitionException if no column is named, one is named twice, the two lists of columns
   *     differ in length, or the action names columns and is not one that sets them
   */
  public ForeignKey {
    Objects.requireNonNull(target, "target");
    Objects.requireNonNull(onDelete, "onDelete");
    Objects.requireNonNull(onUpdate, "onUpdate");
    Objects.requireNonNull(deferrability, "deferrability");
    Objects.requireNonNull(match, "match");
    name.ifPresent(value -> NameRules.require("foreign key", value));
    columns = NameRules.requireColumns("a foreign key", columns);
    targetColumns =
        targetColumns.isEmpty()
            ? List.of()
            : NameRules.requireColumns("the target of a foreign key", targetColumns);
    if (!targetColumns.isEmpty() && targetColumns.size() != columns.size()) {
      throw new DefinitionException(
          "a foreign key of " + columns + " refers to " + targetColumns + " of " + target,
          "name the same number of columns on both sides");
    }
    onDeleteColumns = requireSetColumns(columns, onDelete, onDeleteColumns);
  }

  private static List<String> requireSetColumns(
      List<String> columns, ReferentialAction action, List<String> set) {
    if (set.isEmpty()) {
      return List.of();
    }
    boolean sets = action == ReferentialAction.SET_NULL || action == ReferentialAction.SET_DEFAULT;
    if (!sets || !columns.containsAll(set)) {
      throw new DefinitionException(
          "a foreign key of " + columns + " has the action " + words(action) + " for " + set,
          "name columns of the key, with SET_NULL or SET_DEFAULT");
    }
    return NameRules.requireColumns("the action of a foreign key", set);
  }

  /** The referring columns of a foreign key whose target is not given yet. */
  public static final class Start {

    private final List<String> columns;

    private Start(List<String> columns) {
      this.columns = columns;
    }

    /**
     * Sets the referenced table and columns.
     *
     * @param table the table, as {@link QualifiedName#of} reads it
     * @param targetColumns the referenced columns; none for its primary key
     * @throws DefinitionException if the numbers of columns differ
     */
    public ForeignKey references(String table, String... targetColumns) {
      return references(QualifiedName.of(table), NameRules.listed(targetColumns));
    }

    /**
     * Sets the referenced table and columns.
     *
     * @param targetColumns the referenced columns; none for its primary key
     * @throws DefinitionException if the numbers of columns differ
     */
    public ForeignKey references(QualifiedName table, List<String> targetColumns) {
      return new ForeignKey(
          Optional.empty(),
          columns,
          table,
          targetColumns,
          ReferentialAction.NO_ACTION,
          ReferentialAction.NO_ACTION,
          Deferrability.NOT_DEFERRABLE,
          false,
          false,
          MatchType.SIMPLE,
          List.of());
    }
  }

  /**
   * Starts with the referring columns; continue with {@link Start#references}.
   *
   * @return the columns, still without a target
   * @throws DefinitionException if no column is named, or one twice
   */
  public static Start of(List<String> columns) {
    return new Start(NameRules.requireColumns("a foreign key", columns));
  }

  /**
   * Sets what happens when a referenced row is deleted; {@link ReferentialAction#NO_ACTION} by
   * default.
   *
   * @param columns the columns that {@code SET_NULL} or {@code SET_DEFAULT} changes (PostgreSQL);
   *     none for all
   * @throws DefinitionException if columns are named with another action, or do not belong to the
   *     key
   */
  public ForeignKey onDelete(ReferentialAction action, String... columns) {
    return acting(action, NameRules.listed(columns), onUpdate);
  }

  /**
   * Sets what happens when a referenced key changes; {@link ReferentialAction#NO_ACTION} by
   * default.
   */
  public ForeignKey onUpdate(ReferentialAction action) {
    return acting(onDelete, onDeleteColumns, action);
  }

  /**
   * A copy with other actions.
   *
   * @param change maps each action to the new one
   */
  public ForeignKey withActions(UnaryOperator<ReferentialAction> change) {
    return acting(change.apply(onDelete), onDeleteColumns, change.apply(onUpdate));
  }

  private ForeignKey acting(
      ReferentialAction delete, List<String> deleteColumns, ReferentialAction update) {
    return new ForeignKey(
        name,
        columns,
        target,
        targetColumns,
        delete,
        update,
        deferrability,
        isNotValid,
        isNotEnforced,
        match,
        deleteColumns);
  }

  /** Allows transactions to postpone the check to their end. */
  public ForeignKey deferrable() {
    return withDeferrability(Deferrability.INITIALLY_IMMEDIATE);
  }

  /** Makes the check happen at the end of the transaction. */
  public ForeignKey initiallyDeferred() {
    return withDeferrability(Deferrability.INITIALLY_DEFERRED);
  }

  /**
   * A copy that is checked at another time.
   *
   * @param other when it is checked
   */
  public ForeignKey withDeferrability(Deferrability other) {
    return withChecking(other, isNotValid, isNotEnforced, match);
  }

  /**
   * Skips existing rows, so that adding the constraint takes no time; {@code validateConstraint}
   * checks them later. PostgreSQL only; other databases check them at once.
   */
  public ForeignKey notValid() {
    return withNotValid(true);
  }

  @Override
  public ForeignKey withNotValid(boolean other) {
    return withChecking(deferrability, other, isNotEnforced, match);
  }

  /** Makes the database never check the constraint (PostgreSQL 18 only). */
  public ForeignKey notEnforced() {
    return withNotEnforced(true);
  }

  @Override
  public ForeignKey withNotEnforced(boolean other) {
    return withChecking(deferrability, isNotValid, other, match);
  }

  /** Requires that either all or none of the columns are NULL (PostgreSQL only). */
  public ForeignKey matchFull() {
    return withMatch(MatchType.FULL);
  }

  /** A copy with another match type. */
  public ForeignKey withMatch(MatchType other) {
    return withChecking(deferrability, isNotValid, isNotEnforced, other);
  }

  private ForeignKey withChecking(
      Deferrability when, boolean notValid, boolean notEnforced, MatchType rows) {
    return new ForeignKey(
        name,
        columns,
        target,
        targetColumns,
        onDelete,
        onUpdate,
        when,
        notValid,
        notEnforced,
        rows,
        onDeleteColumns);
  }

  /** A copy that references this table and these columns. */
  public ForeignKey withTarget(QualifiedName table, List<String> keyColumns) {
    return withColumns(name, columns, table, keyColumns, onDeleteColumns);
  }

  @Override
  public ForeignKey named(String other) {
    Optional<String> given = NameRules.given("name", other);
    return withColumns(given, columns, target, targetColumns, onDeleteColumns);
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
  public String generatedName(QualifiedName table) {
    return GeneratedNames.foreignKey(table, columns);
  }

  @Override
  public ForeignKey renamingColumn(String from, String to) {
    return withColumns(
        name,
        Constraint.renamed(columns, from, to),
        target,
        targetColumns,
        Constraint.renamed(onDeleteColumns, from, to));
  }

  private ForeignKey withColumns(
      Optional<String> newName,
      List<String> own,
      QualifiedName table,
      List<String> keyColumns,
      List<String> setColumns) {
    return new ForeignKey(
        newName,
        own,
        table,
        keyColumns,
        onDelete,
        onUpdate,
        deferrability,
        isNotValid,
        isNotEnforced,
        match,
        setColumns);
  }

  @Override
  public String toString() {
    StringBuilder text = new StringBuilder(name.map(n -> n + " ").orElse(""));
    text.append("foreign key ").append(listed(columns)).append(" references ");
    text.append(target);
    text.append(targetColumns.isEmpty() ? "" : " " + listed(targetColumns));
    text.append(match == MatchType.SIMPLE ? "" : " match " + words(match));
    text.append(onDelete == ReferentialAction.NO_ACTION ? "" : " on delete " + words(onDelete));
    text.append(onDeleteColumns.isEmpty() ? "" : " " + listed(onDeleteColumns));
    text.append(onUpdate == ReferentialAction.NO_ACTION ? "" : " on update " + words(onUpdate));
    text.append(deferrability.text());
    text.append(isNotValid ? " not valid" : "");
    text.append(isNotEnforced ? " not enforced" : "");
    return text.toString();
  }

  private static String listed(List<String> columns) {
    return "(" + String.join(", ", columns) + ")";
  }

  private static String words(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }
}
