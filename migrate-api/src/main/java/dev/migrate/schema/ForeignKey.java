package dev.migrate.schema;

import dev.migrate.error.DefinitionException;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * Columns whose values are a key of another table, or of the same one. Immutable; every method that
 * says something more returns a copy.
 *
 * @param columns the referring columns in order
 * @param target the table referred to
 * @param targetColumns the columns referred to; empty for the target's primary key
 * @param onDelete what happens when a referred row is deleted
 * @param onUpdate what happens when a referred row changes its key
 * @param deferrability when it is checked
 * @param isNotValid whether rows that were there before it may refer to nothing
 * @param isNotEnforced whether it is declared only, so that any row may refer to nothing
 * @param match which rows are checked where some of the columns are NULL
 * @param onDeleteColumns the columns that {@code SET NULL} or {@code SET DEFAULT} changes when a
 *     referred row is deleted; empty for all
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
    name.ifPresent(value -> Names.require("foreign key", value));
    columns = Names.requireColumns("a foreign key", columns);
    targetColumns =
        targetColumns.isEmpty()
            ? List.of()
            : Names.requireColumns("the target of a foreign key", targetColumns);
    if (!targetColumns.isEmpty() && targetColumns.size() != columns.size()) {
      throw new DefinitionException(
          "a foreign key of " + columns + " refers to " + targetColumns + " of " + target,
          "name as many columns on both sides");
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
    return Names.requireColumns("the action of a foreign key", set);
  }

  /** The referring columns, not yet a foreign key. */
  public static final class Start {

    private final List<String> columns;

    private Start(List<String> columns) {
      this.columns = columns;
    }

    /**
     * Says what the columns refer to.
     *
     * @param table the table, as {@link QualifiedName#of} reads it
     * @param targetColumns its columns; none for its primary key
     * @throws DefinitionException if the numbers of columns differ
     */
    public ForeignKey references(String table, String... targetColumns) {
      return references(QualifiedName.of(table), Names.listed(targetColumns));
    }

    /**
     * Says what the columns refer to.
     *
     * @param targetColumns its columns; none for its primary key
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
   * Starts with the referring columns; {@link Start#references} follows.
   *
   * @param columns the columns in order
   * @return the columns, not yet a foreign key
   * @throws DefinitionException if no column is named, or one twice
   */
  public static Start of(List<String> columns) {
    return new Start(Names.requireColumns("a foreign key", columns));
  }

  /**
   * What happens when a referred row is deleted; {@link ReferentialAction#NO_ACTION} by default.
   *
   * @param columns the columns that {@code SET_NULL} or {@code SET_DEFAULT} changes (PostgreSQL);
   *     none for all
   * @throws DefinitionException if columns are named with another action, or are not of the key
   */
  public ForeignKey onDelete(ReferentialAction action, String... columns) {
    return acting(action, Names.listed(columns), onUpdate);
  }

  /**
   * What happens when a referred row changes its key; {@link ReferentialAction#NO_ACTION} by
   * default.
   */
  public ForeignKey onUpdate(ReferentialAction action) {
    return acting(onDelete, onDeleteColumns, action);
  }

  /**
   * The same key with other actions.
   *
   * @param change what becomes of each action
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

  /** Lets a transaction postpone the check to its end. */
  public ForeignKey deferrable() {
    return withDeferrability(Deferrability.INITIALLY_IMMEDIATE);
  }

  /** Is checked at the end of the transaction. */
  public ForeignKey initiallyDeferred() {
    return withDeferrability(Deferrability.INITIALLY_DEFERRED);
  }

  /**
   * The same key, checked at another time.
   *
   * @param other when it is checked
   */
  public ForeignKey withDeferrability(Deferrability other) {
    return withChecking(other, isNotValid, isNotEnforced, match);
  }

  /**
   * Does not look at the rows that are there, so that adding it takes no time; {@code
   * validateConstraint} does so later. PostgreSQL; other databases look at once.
   */
  public ForeignKey notValid() {
    return withNotValid(true);
  }

  @Override
  public ForeignKey withNotValid(boolean other) {
    return withChecking(deferrability, other, isNotEnforced, match);
  }

  /** Is declared only: the database checks no row. PostgreSQL 18. */
  public ForeignKey notEnforced() {
    return withNotEnforced(true);
  }

  @Override
  public ForeignKey withNotEnforced(boolean other) {
    return withChecking(deferrability, isNotValid, other, match);
  }

  /** Demands that the columns are all NULL or none is. PostgreSQL. */
  public ForeignKey matchFull() {
    return withMatch(MatchType.FULL);
  }

  /**
   * The same key, checking other rows where some of its columns are NULL.
   *
   * @param other which rows are checked
   */
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

  /** The same key, referring to this table and these columns. */
  public ForeignKey withTarget(QualifiedName table, List<String> keyColumns) {
    return withColumns(name, columns, table, keyColumns, onDeleteColumns);
  }

  @Override
  public ForeignKey named(String other) {
    Optional<String> given = Names.given("name", other);
    return withColumns(given, columns, target, targetColumns, onDeleteColumns);
  }

  @Override
  public String generatedName(QualifiedName table) {
    return Names.generate("fk", table.name(), columns);
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
