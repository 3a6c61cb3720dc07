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
 *   <li>A statement that changes rows states so with {@link #writes} and {@link #reads};
 *   <li>one that changes tables, views, sequences or enum types, with {@link #means};
 *   <li>one that creates or drops what the schema does not model, such as a function, a trigger or
 *       an extension, with {@link #creates} and {@link #drops};
 *   <li>one that does none of this, with {@code means(op -> {})}.
 * </ul>
 *
 * <p>A statement that states nothing is in conflict with every parallel branch.
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
   * @param text the statement there
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

  /** Runs on these dialects alone; nothing happens on others. */
  public Sql onlyOn(DialectName first, DialectName... more) {
    Set<DialectName> only = new TreeSet<>(operation.only());
    only.addAll(Several.of(first, more));
    return with(
        operation.sql(), only, operation.declarations(), operation.undo(), operation.meaning());
  }

  /**
   * States what data the statement looks at. Where nothing is stated, a statement that changes rows
   * or objects is taken to look at every table and view whose name occurs in it, and at nothing
   * else. One that looks further states all that it looks at: through functions that it calls, or
   * because it is a {@code CALL}.
   *
   * @param columns its columns; none for all
   */
  public Sql reads(String table, String... columns) {
    return declaring(Declaring.reads(operation.declarations(), table, columns));
  }

  /**
   * States what data the statement changes, and that it leaves no other object behind than those
   * stated with {@link #means} and {@link #creates}.
   *
   * @param columns its columns; none for all, and for rows that come or go
   */
  public Sql writes(String table, String... columns) {
    return declaring(Declaring.writes(operation.declarations(), table, columns));
  }

  /**
   * States that the statement creates or replaces an object that the schema does not model: {@code
   * creates("function", "total")}. Two parallel branches that create, replace or drop the same
   * object are in conflict. What a trigger or rule does later is stated as well: it {@linkplain
   * #reads reads} its table and {@linkplain #writes writes} what it changes.
   *
   * @param kind what it is, in the database's own word: {@code function}, {@code trigger}, {@code
   *     extension}
   * @throws DefinitionException if one of them is blank
   */
  public Sql creates(String kind, String name) {
    return declaring(Declaring.creates(operation.declarations(), kind, name));
  }

  /**
   * States that the statement drops an object that the schema does not model.
   *
   * @param kind what it is, in the database's own word: {@code function}
   * @throws DefinitionException if one of them is blank
   */
  public Sql drops(String kind, String name) {
    return declaring(Declaring.drops(operation.declarations(), kind, name));
  }

  /**
   * States that the statement needs an object that the schema does not model, so that no parallel
   * branch may replace or drop it.
   *
   * @param kind what it is, in the database's own word: {@code function}
   * @throws DefinitionException if one of them is blank
   */
  public Sql uses(String kind, String name) {
    return declaring(Declaring.uses(operation.declarations(), kind, name));
  }

  /**
   * States what the statement does to the schema, in operations that are not run themselves. {@code
   * means(op -> {})} states that it changes neither the schema nor, without {@link #writes}, any
   * rows.
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
   * Says what undoes the statement.
   *
   * @param text one statement
   * @throws DefinitionException if the text is blank or {@link #needsNoUndo} said something else
   */
  public Sql undoneBy(String text) {
    return undoneBy(Expression.of(text));
  }

  /**
   * Says what undoes the statement, where dialects differ in that.
   *
   * @param statement one statement, such as {@code expression("…").on(MYSQL, "…")}
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
        "the SQL " + operation.sql() + " is undone and needs no undo", "keep only one of the two");
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
