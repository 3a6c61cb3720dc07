package dev.migrate;

import dev.migrate.error.DefinitionException;
import dev.migrate.operation.Declarations;
import dev.migrate.operation.ExecuteSql;
import dev.migrate.operation.Operation;
import dev.migrate.operation.Undo;
import dev.migrate.schema.DialectName;
import dev.migrate.schema.Expression;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;

/**
 * One statement of raw SQL, with what it declares. Immutable; every method returns a copy.
 *
 * <ul>
 *   <li>A statement that changes rows declares this with {@link #writes} and {@link #reads};
 *   <li>one that changes tables, views, sequences or enum types, with {@link #means};
 *   <li>one that creates or drops what the schema does not model, such as a function, a trigger or
 *       an extension, with {@link #creates} and {@link #drops};
 *   <li>one that does none of this, with {@code means(op -> {})}.
 * </ul>
 *
 * <p>A statement that declares nothing conflicts with every parallel branch.
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
   * Sets the text for one dialect.
   *
   * @param text the statement for that dialect
   * @throws DefinitionException if the text is blank or the dialect already has one
   */
  public Sql on(DialectName dialect, String text) {
    return with(
        operation.sql().on(dialect, text),
        operation.only(),
        operation.declarations(),
        operation.undo(),
        operation.meaning());
  }

  /** Limits the statement to these dialects; on others it is skipped. */
  public Sql onlyOn(DialectName first, DialectName... more) {
    Set<DialectName> only = new TreeSet<>(operation.only());
    only.addAll(Several.of(first, more));
    return with(
        operation.sql(), only, operation.declarations(), operation.undo(), operation.meaning());
  }

  /**
   * Declares what data the statement reads. By default, a statement that declares what rows or
   * objects it changes is assumed to read every table and view whose name occurs in it, and nothing
   * else. If it reads more, because it calls functions or is a {@code CALL}, declare everything
   * that it reads.
   *
   * @param columns its columns; none for all
   */
  public Sql reads(String table, String... columns) {
    return declaring(Declaring.reads(operation.declarations(), table, columns));
  }

  /**
   * Declares what data the statement changes, and that it creates no objects other than those
   * declared with {@link #means} and {@link #creates}.
   *
   * @param columns its columns; none for all, and for inserted or deleted rows
   */
  public Sql writes(String table, String... columns) {
    return declaring(Declaring.writes(operation.declarations(), table, columns));
  }

  /**
   * Declares that the statement creates or replaces an object that the schema does not model:
   * {@code creates("function", "total")}. Two parallel branches that create, replace or drop the
   * same object are in conflict. Declare also what a trigger or rule does later: it {@linkplain
   * #reads reads} its table and {@linkplain #writes writes} what it changes.
   *
   * @param kind the kind of element, in the database's own word: {@code function}, {@code trigger},
   *     {@code extension}
   * @throws DefinitionException if one of them is blank
   */
  public Sql creates(String kind, String name) {
    return declaring(Declaring.creates(operation.declarations(), kind, name));
  }

  /**
   * Declares that the statement drops an object that the schema does not model.
   *
   * @param kind the kind of element, in the database's own word: {@code function}
   * @throws DefinitionException if one of them is blank
   */
  public Sql drops(String kind, String name) {
    return declaring(Declaring.drops(operation.declarations(), kind, name));
  }

  /**
   * Declares that the statement needs an object that the schema does not model, so that no parallel
   * branch may replace or drop it.
   *
   * @param kind the kind of element, in the database's own word: {@code function}
   * @throws DefinitionException if one of them is blank
   */
  public Sql uses(String kind, String name) {
    return declaring(Declaring.uses(operation.declarations(), kind, name));
  }

  /**
   * Declares the effect of the statement on the schema as operations, which are not executed.
   * {@code means(op -> {})} declares that it changes neither the schema nor, without {@link
   * #writes}, any rows.
   *
   * @param meaning records the operations, possibly none
   * @throws DefinitionException if raw SQL or code is among them
   */
  public Sql means(Consumer<Operations> meaning) {
    List<Operation> meant = Operations.record("means", meaning);
    return new Sql(
        new ExecuteSql(
            operation.sql(),
            operation.only(),
            operation.declarations(),
            operation.undo(),
            meant,
            operation.isOutsideTransaction(),
            meant.isEmpty()));
  }

  /**
   * Sets the statement that undoes this one on a downgrade.
   *
   * @param text one statement
   * @throws DefinitionException if the text is blank or {@link #needsNoUndo} said something else
   */
  public Sql undoneBy(String text) {
    return undoneBy(Expression.of(text));
  }

  /**
   * Sets the statement that undoes this one on a downgrade, with variants for dialects.
   *
   * @param statement one statement, such as {@code expression("…").on(MYSQL, "…")}
   * @throws DefinitionException if {@link #needsNoUndo} was called before
   */
  public Sql undoneBy(Expression statement) {
    if (!operation.undo().isNeeded()) {
      throw contradiction();
    }
    return undone(Undo.by(statement));
  }

  /**
   * Declares that a downgrade need not undo the statement.
   *
   * @throws DefinitionException if {@link #undoneBy(String)} was called before
   */
  public Sql needsNoUndo() {
    if (operation.undo().sql().isPresent()) {
      throw contradiction();
    }
    return undone(Undo.NOT_NEEDED);
  }

  /**
   * Runs the statement outside a transaction, for statements such as {@code VACUUM} that the
   * database refuses inside one. The revision then runs statement by statement.
   */
  public Sql outsideTransaction() {
    return new Sql(
        new ExecuteSql(
            operation.sql(),
            operation.only(),
            operation.declarations(),
            operation.undo(),
            operation.meaning(),
            true,
            operation.keepsSchema()));
  }

  private DefinitionException contradiction() {
    return new DefinitionException(
        "the SQL " + operation.sql() + " has both undoneBy(…) and needsNoUndo()",
        "keep only one of the two");
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
        new ExecuteSql(
            sql,
            only,
            declarations,
            undo,
            meaning,
            operation.isOutsideTransaction(),
            operation.keepsSchema()));
  }
}
