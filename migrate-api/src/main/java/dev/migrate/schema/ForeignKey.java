package dev.migrate.schema;

import dev.migrate.error.DefinitionException;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;

/**
 * Columns whose values are a key of another table, or of the same one.
 *
 * @param name its name
 * @param columns the referring columns in order
 * @param target the table referred to
 * @param targetColumns the columns referred to; empty for the target's primary key
 * @param onDelete what happens when a referred row goes
 * @param onUpdate what happens when a referred row changes its key
 * @param deferrability when it is checked
 * @param isNotValid whether rows that were there before it may refer to nothing
 */
public record ForeignKey(
    Optional<String> name,
    List<String> columns,
    QualifiedName target,
    List<String> targetColumns,
    ReferentialAction onDelete,
    ReferentialAction onUpdate,
    Deferrability deferrability,
    boolean isNotValid)
    implements Constraint {

  /**
   * Checks and copies.
   *
   * @throws DefinitionException if no column is named, one is named twice, or the two lists of
   *     columns differ in length
   */
  public ForeignKey {
    Objects.requireNonNull(target, "target");
    Objects.requireNonNull(onDelete, "onDelete");
    Objects.requireNonNull(onUpdate, "onUpdate");
    Objects.requireNonNull(deferrability, "deferrability");
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
  }

  /**
   * A foreign key that all rows obey.
   *
   * @param name its name
   * @param columns the referring columns in order
   * @param target the table referred to
   * @param targetColumns the columns referred to; empty for the target's primary key
   * @param onDelete what happens when a referred row goes
   * @param onUpdate what happens when a referred row changes its key
   * @param deferrability when it is checked
   * @throws DefinitionException as the canonical constructor
   */
  public ForeignKey(
      Optional<String> name,
      List<String> columns,
      QualifiedName target,
      List<String> targetColumns,
      ReferentialAction onDelete,
      ReferentialAction onUpdate,
      Deferrability deferrability) {
    this(name, columns, target, targetColumns, onDelete, onUpdate, deferrability, false);
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
     * @return the foreign key
     * @throws DefinitionException if the numbers of columns differ
     */
    public ForeignKey references(String table, String... targetColumns) {
      return new ForeignKey(
          Optional.empty(),
          columns,
          QualifiedName.of(table),
          Names.listed(targetColumns),
          ReferentialAction.NO_ACTION,
          ReferentialAction.NO_ACTION,
          Deferrability.NOT_DEFERRABLE);
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
   * What happens when a referred row goes; {@link ReferentialAction#NO_ACTION} unless said.
   *
   * @param action the action
   * @return a copy
   */
  public ForeignKey onDelete(ReferentialAction action) {
    return new ForeignKey(
        name, columns, target, targetColumns, action, onUpdate, deferrability, isNotValid);
  }

  /**
   * What happens when a referred row changes its key; {@link ReferentialAction#NO_ACTION} unless
   * said.
   *
   * @param action the action
   * @return a copy
   */
  public ForeignKey onUpdate(ReferentialAction action) {
    return new ForeignKey(
        name, columns, target, targetColumns, onDelete, action, deferrability, isNotValid);
  }

  /**
   * Lets a transaction put off the check to its end.
   *
   * @return a copy
   */
  public ForeignKey deferrable() {
    return withDeferrability(Deferrability.INITIALLY_IMMEDIATE);
  }

  /**
   * Is checked at the end of the transaction.
   *
   * @return a copy
   */
  public ForeignKey initiallyDeferred() {
    return withDeferrability(Deferrability.INITIALLY_DEFERRED);
  }

  /**
   * Does not look at the rows that are there, so that adding it takes no time; {@code
   * validateConstraint} does so later. PostgreSQL; other databases look at once.
   *
   * @return a copy
   */
  public ForeignKey notValid() {
    return withNotValid(true);
  }

  @Override
  public ForeignKey withNotValid(boolean other) {
    return new ForeignKey(
        name, columns, target, targetColumns, onDelete, onUpdate, deferrability, other);
  }

  private ForeignKey withDeferrability(Deferrability other) {
    return new ForeignKey(
        name, columns, target, targetColumns, onDelete, onUpdate, other, isNotValid);
  }

  /**
   * The same key, referring to this table and these columns.
   *
   * @param table the table
   * @param keyColumns its columns
   * @return a copy
   */
  public ForeignKey withTarget(QualifiedName table, List<String> keyColumns) {
    return new ForeignKey(
        name, columns, table, keyColumns, onDelete, onUpdate, deferrability, isNotValid);
  }

  @Override
  public ForeignKey named(String other) {
    return new ForeignKey(
        Names.given("name", other),
        columns,
        target,
        targetColumns,
        onDelete,
        onUpdate,
        deferrability,
        isNotValid);
  }

  @Override
  public String generatedName(QualifiedName table) {
    return Names.generate("fk", table.name(), columns);
  }

  @Override
  public ForeignKey renamingColumn(String from, String to) {
    return new ForeignKey(
        name,
        Constraint.renamed(columns, from, to),
        target,
        targetColumns,
        onDelete,
        onUpdate,
        deferrability,
        isNotValid);
  }

  @Override
  public String toString() {
    StringBuilder text = new StringBuilder(name.map(n -> n + " ").orElse(""));
    text.append("foreign key (").append(String.join(", ", columns)).append(") references ");
    text.append(target);
    if (!targetColumns.isEmpty()) {
      text.append(" (").append(String.join(", ", targetColumns)).append(')');
    }
    text.append(onDelete == ReferentialAction.NO_ACTION ? "" : " on delete " + words(onDelete));
    text.append(onUpdate == ReferentialAction.NO_ACTION ? "" : " on update " + words(onUpdate));
    text.append(deferrability == Deferrability.NOT_DEFERRABLE ? "" : " " + words(deferrability));
    text.append(isNotValid ? " not valid" : "");
    return text.toString();
  }

  private static String words(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }
}
