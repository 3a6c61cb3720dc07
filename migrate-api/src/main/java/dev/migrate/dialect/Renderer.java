package dev.migrate.dialect;

import dev.migrate.error.UnsupportedByDialectException;
import dev.migrate.operation.Operation;
import dev.migrate.schema.Literal;
import dev.migrate.schema.QualifiedName;
import java.util.List;

/**
 * Renders operations as SQL. Immutable and thread-safe; depends on nothing but its arguments, so a
 * script that is made without a database is the one that runs.
 */
public interface Renderer {

  /**
   * The statements that carry out an operation, in order.
   *
   * @param operation the operation, never a group for one dialect
   * @param context what surrounds it
   * @return the statements, each of which changes one object; none if there is nothing to do here
   * @throws UnsupportedByDialectException if the database cannot do it; the message names the
   *     alternative
   */
  List<Statement> render(Operation operation, RenderContext context);

  /**
   * How many operations are carried out together, as one change of one table may be several
   * operations. Asked with the operations that are left of a revision.
   *
   * @param operations the operations in order, at least one, never a group for one dialect
   * @param context what surrounds the first of them
   * @return how many of them, from the first on; 1 unless the database gains from more
   */
  default int together(List<Operation> operations, RenderContext context) {
    return 1;
  }

  /**
   * The statements that carry out several operations together, in order.
   *
   * @param operations as many operations as {@link #together} said
   * @param context what surrounds the first of them
   * @return the statements; none if there is nothing to do here
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
   * A constant as it stands in a statement.
   *
   * @return the SQL, escaped
   */
  String literal(Literal literal);

  /**
   * A name as it stands in a statement: bare if it is in lower-case letters, digits and {@code _}
   * and not reserved, so that it follows the database's own case; otherwise quoted and escaped.
   *
   * @throws UnsupportedByDialectException if the name is too long for the database
   */
  String name(String name);

  /**
   * A qualified name as it stands in a statement.
   *
   * @throws UnsupportedByDialectException if a part is too long for the database
   */
  default String name(QualifiedName name) {
    return name.namespace().map(part -> name(part) + ".").orElse("") + name(name.name());
  }
}
