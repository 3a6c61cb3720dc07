package dev.migrate.dialect.ansi;

import dev.migrate.dialect.Capabilities;
import dev.migrate.dialect.RenderContext;
import dev.migrate.dialect.Statement;
import dev.migrate.dialect.Statement.Kind;
import dev.migrate.operation.Declarations;
import dev.migrate.operation.DeleteRows;
import dev.migrate.operation.ExecuteSql;
import dev.migrate.operation.ForDialect;
import dev.migrate.operation.InsertRows;
import dev.migrate.operation.RunCode;
import dev.migrate.operation.UpdateRows;
import java.util.List;

/**
 * Renders operations as standard SQL. Immutable and thread-safe.
 *
 * <p>Every statement changes one object, and its part is the operation that this statement alone
 * carries out: an operation that needs several statements is first split into operations that need
 * one. Applying the parts one after the other gives what the operation gives.
 *
 * <p>A dialect overrides the {@code visit} method of an operation that it renders differently, or
 * one of the smaller methods; what stands inside of statements it overrides in {@link
 * AnsiDefinitions}. What neither the standard nor most engines have is refused here.
 */
public class AnsiRenderer extends AnsiObjectRenderer {

  private final AnsiRows rows;

  /**
   * Creates the renderer of a dialect.
   *
   * @param definitions the words inside of the statements
   * @param rows the statements that change rows
   */
  protected AnsiRenderer(AnsiDefinitions definitions, AnsiRows rows) {
    super(definitions);
    this.rows = rows;
  }

  /**
   * Creates the renderer of a dialect that changes rows as the standard does.
   *
   * @param definitions the words inside of the statements
   */
  protected AnsiRenderer(AnsiDefinitions definitions) {
    this(definitions, new AnsiRows(definitions));
  }

  /** Creates the renderer of the standard itself. */
  public AnsiRenderer(Capabilities capabilities) {
    this(new AnsiDefinitions(capabilities));
  }

  @Override
  public List<Statement> visit(InsertRows operation, RenderContext context) {
    return rows.insert(operation, context.before().table(operation.table()));
  }

  @Override
  public List<Statement> visit(UpdateRows operation, RenderContext context) {
    return rows.update(operation, context.before().table(operation.table()));
  }

  @Override
  public List<Statement> visit(DeleteRows operation, RenderContext context) {
    return rows.delete(operation, context.before().table(operation.table()));
  }

  /** The statement for this dialect, verbatim; nothing if it is for others alone. */
  @Override
  public List<Statement> visit(ExecuteSql operation, RenderContext context) {
    if (operation.on(definitions.dialects()).isEmpty()) {
      return List.of();
    }
    String sql = operation.sql().on(definitions.dialects()).text();
    Statement statement = new Statement(kind(operation), sql, operation);
    return List.of(operation.isOutsideTransaction() ? statement.outsideTransaction() : statement);
  }

  /**
   * Rows that change outside of a transaction share none with the history, so it is unknown after a
   * crash whether they changed.
   */
  private static Kind kind(ExecuteSql operation) {
    if (!operation.meaning().isEmpty()) {
      return Kind.STRUCTURE;
    }
    Declarations declared = operation.declarations();
    boolean rows =
        !declared.writes().isEmpty() && declared.creates().isEmpty() && declared.drops().isEmpty();
    return rows && !operation.isOutsideTransaction() ? Kind.DATA : Kind.OPAQUE;
  }

  @Override
  public List<Statement> visit(RunCode operation, RenderContext context) {
    return List.of(new Statement(Kind.CODE, operation.toString(), operation));
  }

  /** What the group has for this dialect. */
  @Override
  public List<Statement> visit(ForDialect operation, RenderContext context) {
    return each(operation.on(definitions.dialects()), context);
  }
}
