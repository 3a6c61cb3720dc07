package dev.migrate.operation;

import dev.migrate.error.DefinitionException;
import dev.migrate.error.Facts;
import dev.migrate.error.SchemaException;
import dev.migrate.operation.Cell.Aspect;
import dev.migrate.operation.ElementChange.Kind;
import dev.migrate.schema.DialectName;
import dev.migrate.schema.ElementName;
import dev.migrate.schema.QualifiedName;
import dev.migrate.schema.Schema;
import dev.migrate.schema.Table;
import dev.migrate.schema.TableOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * Sets, replaces or removes the option of a table for one dialect. Does nothing on others.
 *
 * @param table the table's name
 * @param dialect the dialect whose option it is
 * @param sql the whole text after the closing parenthesis of {@code CREATE TABLE} from now on;
 *     empty for none
 */
public record SetTableOption(QualifiedName table, DialectName dialect, Optional<String> sql)
    implements Operation {

  /**
   * Checks the text.
   *
   * @throws DefinitionException if it cannot be the text of a {@link TableOption}
   */
  public SetTableOption {
    Objects.requireNonNull(table, "table");
    Objects.requireNonNull(dialect, "dialect");
    sql.ifPresent(text -> new TableOption(dialect, text));
  }

  /** Sets an option. */
  public static SetTableOption to(QualifiedName table, TableOption option) {
    return new SetTableOption(table, option.dialect(), Optional.of(option.sql()));
  }

  /**
   * The schema with the option.
   *
   * @throws SchemaException if there is no such table, or no option to remove
   */
  @Override
  public Schema applyTo(Schema before) {
    Table was = before.table(table);
    Optional<TableOption> old = old(was);
    if (sql.isEmpty() && old.isEmpty()) {
      List<String> others = was.options().stream().map(TableOption::toString).toList();
      throw new SchemaException(
          Facts.of("there is no option on " + dialect + " at table " + table)
              .with("its options", others.isEmpty() ? "none" : String.join("; ", others))
              .next("correct the table or the dialect, or leave the operation out"));
    }
    List<TableOption> options = new ArrayList<>(was.options());
    int place = old.map(options::indexOf).orElse(options.size());
    old.ifPresent(options::remove);
    sql.ifPresent(text -> options.add(place, new TableOption(dialect, text)));
    return before.with(was.withOptions(options));
  }

  private Optional<TableOption> old(Table was) {
    return was.options().stream().filter(option -> option.dialect().equals(dialect)).findFirst();
  }

  @Override
  public Inverse inverse(Schema before) {
    Optional<String> old = old(before.table(table)).map(TableOption::sql);
    return Inverse.of(new SetTableOption(table, dialect, old));
  }

  /**
   * The options of a table are one cell, for of two dialects one can be the other's variant. They
   * decide what the database makes of columns, keys and indexes: a default character set, an engine
   * without foreign keys, types that are checked.
   */
  @Override
  public Footprint footprint(Schema before) {
    return Footprint.within(table)
        .reading(
            Cell.of(Aspect.COLUMN, table),
            Cell.of(Aspect.COLUMN_TYPE, table),
            Cell.of(Aspect.PRIMARY_KEY, table),
            Cell.of(Aspect.CONSTRAINT, table),
            Cell.of(Aspect.INDEX, table))
        .writing(Cell.of(Aspect.TABLE_OPTIONS, table));
  }

  @Override
  public List<ElementChange> elementChanges() {
    return List.of(ElementChange.of(Kind.ALTERED, ElementName.table(table)));
  }

  @Override
  public <C, R> R accept(OperationVisitor<C, R> visitor, C context) {
    return visitor.visit(this, context);
  }

  @Override
  public String toString() {
    return "table "
        + table
        + ": "
        + (sql.isEmpty() ? "no " : "")
        + "option on "
        + dialect
        + sql.map(text -> ": " + text).orElse("");
  }
}
