package dev.migrate.dialect;

import dev.migrate.error.UnsupportedByDialectException;
import dev.migrate.operation.Operation;
import dev.migrate.schema.Literal;
import dev.migrate.schema.QualifiedName;
import java.util.List;

/**
 * Renders operations as SQL. Immutable and thread-safe; depends only on its arguments, so a script
 * created without a database equals the one that runs.
 */
public interface Renderer {

  /**
   * The statements that carry out an operation, in order.
   *
   * @param operation the operation, never a {@code ForDialect} group
   * @return the statements, each of which changes one object; none if nothing needs to be done on
   *     this database
   * @throws UnsupportedByDialectException if the database cannot do it; the message names the
   *     alternative
   */
  List<Statement> render(Operation operation, RenderContext context);

  /**
   * How many operations to render together, such as several changes of one table. Called with the
   * remaining operations of a revision.
   *
   * @param operations the operations in order, at least one, never a {@code ForDialect} group
   * @param context the context of the first of them
   * @return how many, counted from the first; 1 by default
   */
  default int together(List<Operation> operations, RenderContext context) {
    return 1;
  }

  /**
   * The statements that carry out several operations together, in order.
   *
   * @param operations as many operations as {@link #together} returned
   * @param context the context of the first of them
   * @return the statements; none if nothing needs to be done on this database
   * @throws UnsupportedByDialectException if the database cannot do one of them; the message names
   *     the alternative
   */
  default List<Statement> render(List<Operation> operations, RenderContext context) {
    return render(operations.get(0), context);
  }

  /**
   * Statements appended after all others of a revision, such as final checks.
   *
   * @param statements the statements of a revision
   * @return the statements to append; none by default
   */
  default List<Statement> closing(List<Statement> statements) {
    return List.of();
  }

  /**
   * The session settings that these statements require.
   *
   * @param statements the statements of a revision
   * @return the settings; none by default
   */
  default List<SessionSetting> settings(List<Statement> statements) {
    return List.of();
  }

  /**
   * A constant as SQL.
   *
   * @return the SQL, escaped
   */
  String literal(Literal literal);

  /**
   * A name as SQL: unquoted if it consists of lower-case letters, digits and {@code _} and is not
   * reserved, so that the database's own case applies; otherwise quoted and escaped.
   *
   * @throws UnsupportedByDialectException if the name is too long for the database
   */
  String name(String name);

  /**
   * A qualified name as SQL.
   *
   * @throws UnsupportedByDialectException if a part is too long for the database
   */
  default String name(QualifiedName name) {
    return name.namespace().map(part -> name(part) + ".").orElse("") + name(name.name());
  }
}
