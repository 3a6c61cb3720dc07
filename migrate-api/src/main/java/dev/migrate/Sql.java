package dev.migrate;

import dev.migrate.error.DefinitionException;
import dev.migrate.operation.Declarations;
import dev.migrate.operation.ExecuteSql;
import dev.migrate.operation.Operation;
import dev.migrate.operation.Undo;
import dev.migrate.schema.DataReference;
import dev.migrate.schema.DialectName;
import dev.migrate.schema.Expression;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;

/**
 * One statement of raw SQL, with what it says about itself. Immutable; every method returns a copy.
 *
 * <p>What creates or changes a lasting object says so with {@link #means}; what changes rows says
 * so with {@link #writes} and {@link #reads}. Without either, nobody can tell whether it disturbs a
 * parallel branch.
 */
public final class Sql {

  private final ExecuteSql operation;

  private Sql(ExecuteSql operation) {
    this.operation = operation;
  }

  static Sql of(String text) {
    return new Sql(
        new ExecuteSql(
            Expression.of(text), Set.of(), Declarations.NONE, Undo.NOT_STATED, List.of()));
  }

  /**
   * Says it in another way for one dialect.
   *
   * @param dialect the dialect
   * @param text the statement there
   * @return a copy
   * @throws DefinitionException if the text is blank or the dialect has one already
   */
  public Sql on(DialectName dialect, String text) {
    return with(
        operation.sql().on(dialect, text),
        operation.only(),
        operation.declarations(),
        operation.undo(),
        operation.meaning());
  }

  /**
   * Runs on these dialects alone; nothing happens on others.
   *
   * @param first a dialect
   * @param more further dialects
   * @return a copy
   */
  public Sql onlyOn(DialectName first, DialectName... more) {
    Set<DialectName> only = new TreeSet<>(operation.only());
    only.addAll(Several.of(first, more));
    return with(
        operation.sql(), only, operation.declarations(), operation.undo(), operation.meaning());
  }

  /**
   * Says what data the statement looks at.
   *
   * @param table the table
   * @param columns its columns; none for all
   * @return a copy
   */
  public Sql reads(String table, String... columns) {
    Declarations said = operation.declarations();
    return declaring(
        new Declarations(
            Several.joined(said.reads(), List.of(DataReference.of(table, columns))),
            said.writes()));
  }

  /**
   * Says what data the statement changes, and that it leaves no lasting object behind.
   *
   * @param table the table
   * @param columns its columns; none for all, and for rows that come or go
   * @return a copy
   */
  public Sql writes(String table, String... columns) {
    Declarations said = operation.declarations();
    return declaring(
        new Declarations(
            said.reads(),
            Several.joined(said.writes(), List.of(DataReference.of(table, columns)))));
  }

  /**
   * Says what the statement does to the schema, in operations that are not run themselves.
   *
   * @param meaning records the operations
   * @return a copy
   * @throws DefinitionException if raw SQL or code is among them
   */
  public Sql means(Consumer<Operations> meaning) {
    return with(
        operation.sql(),
        operation.only(),
        operation.declarations(),
        operation.undo(),
        Operations.record("means", meaning));
  }

  /**
   * Says what undoes the statement.
   *
   * @param text one statement
   * @return a copy
   * @throws DefinitionException if the text is blank or {@link #needsNoUndo} said something else
   */
  public Sql undoneBy(String text) {
    return undoneBy(Expression.of(text));
  }

  /**
   * Says what undoes the statement, where dialects differ in that.
   *
   * @param statement one statement, such as {@code expression("…").on(MYSQL, "…")}
   * @return a copy
   * @throws DefinitionException if {@link #needsNoUndo} said something else
   */
  public Sql undoneBy(Expression statement) {
    if (!operation.undo().isNeeded()) {
      throw contradiction();
    }
    return undone(Undo.by(statement));
  }

  /**
   * Says that a downgrade has nothing to do about the statement.
   *
   * @return a copy
   * @throws DefinitionException if {@link #undoneBy(String)} said something else
   */
  public Sql needsNoUndo() {
    if (operation.undo().sql().isPresent()) {
      throw contradiction();
    }
    return undone(Undo.NOT_NEEDED);
  }

  /**
   * Runs outside of a transaction, because the database refuses the statement inside of one, such
   * as {@code VACUUM}. The revision then runs statement by statement.
   *
   * @return a copy
   */
  public Sql outsideTransaction() {
    return new Sql(
        new ExecuteSql(
            operation.sql(),
            operation.only(),
            operation.declarations(),
            operation.undo(),
            operation.meaning(),
            true));
  }

  private DefinitionException contradiction() {
    return new DefinitionException(
        "the SQL " + operation.sql() + " is undone and needs no undo", "keep one of both");
  }

  ExecuteSql operation() {
    return operation;
  }

  @Override
  public String toString() {
    return operation.toString();
  }

  private Sql declaring(Declarations declarations) {
    return with(
        operation.sql(), operation.only(), declarations, operation.undo(), operation.meaning());
  }

  private Sql undone(Undo undo) {
    return with(
        operation.sql(), operation.only(), operation.declarations(), undo, operation.meaning());
  }

  private Sql with(
      Expression sql,
      Set<DialectName> only,
      Declarations declarations,
      Undo undo,
      List<Operation> meaning) {
    return new Sql(
        new ExecuteSql(sql, only, declarations, undo, meaning, operation.isOutsideTransaction()));
  }
}
