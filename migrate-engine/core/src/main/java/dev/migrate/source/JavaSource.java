package dev.migrate.source;

import dev.migrate.operation.Operation;

/** Operations as Java source. */
public final class JavaSource {

  private JavaSource() {}

  /**
   * An operation as the statement that records it, without imports. The words are those of {@link
   * dev.migrate.Ddl}.
   *
   * @param operation the operation
   * @param indent the columns before the statement
   * @return the statement with its lines broken at 100 columns
   * @throws dev.migrate.error.SchemaException if it has what only exists as code, such as the body
   *     of {@code run(code(…))}
   */
  public static String statement(Operation operation, int indent) {
    Words words = new Words(new Imports());
    Layout call = new OperationSource(words).of("op", operation).layout();
    return Layout.written(Layout.level(0, call, Layout.text(";")), indent);
  }
}
