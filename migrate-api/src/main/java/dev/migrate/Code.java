package dev.migrate;

import dev.migrate.error.DefinitionException;
import dev.migrate.operation.CodeBody;
import dev.migrate.operation.Declarations;
import dev.migrate.operation.RunCode;
import dev.migrate.operation.Undo;
import java.util.Objects;
import java.util.Optional;

/**
 * Java code in a revision, with what it declares. Immutable; every method returns a copy.
 *
 * <p>The history knows the label and the version, not the code: raise the version when the code
 * changes its effect. Code is for data; it must not change the schema.
 */
public final class Code {

  private final RunCode operation;

  private Code(RunCode operation) {
    this.operation = operation;
  }

  static Code of(String label, CodeBody body) {
    Objects.requireNonNull(body, "body");
    return new Code(
        new RunCode(
            label, 1, Declarations.NONE, Undo.NOT_STATED, Optional.of(body), Optional.empty()));
  }

  /**
   * Sets the version of the code; 1 by default.
   *
   * @param number a number that changes with the code
   */
  public Code version(int number) {
    return new Code(
        new RunCode(
            operation.label(),
            number,
            operation.declarations(),
            operation.undo(),
            operation.body(),
            operation.undoBody()));
  }

  /**
   * Declares what data the code reads. Code that declares what it writes but not what it reads is
   * assumed to read everything, so it conflicts with every change of a parallel branch.
   *
   * @param columns its columns; none for all
   */
  public Code reads(String table, String... columns) {
    return declaring(Declaring.reads(operation.declarations(), table, columns));
  }

  /**
   * Declares what data the code changes.
   *
   * @param columns its columns; none for all, and for inserted or deleted rows
   */
  public Code writes(String table, String... columns) {
    return declaring(Declaring.writes(operation.declarations(), table, columns));
  }

  /**
   * Declares that the code needs an object that the schema does not model, such as a function.
   *
   * @param kind the kind of element, in the database's own word, such as {@code function}
   * @throws DefinitionException if one of them is blank
   */
  public Code uses(String kind, String name) {
    return declaring(Declaring.uses(operation.declarations(), kind, name));
  }

  /**
   * Sets the code that undoes this one on a downgrade.
   *
   * @throws DefinitionException if {@link #needsNoUndo} was called before
   */
  public Code undoneBy(CodeBody body) {
    Objects.requireNonNull(body, "body");
    if (!operation.undo().isNeeded()) {
      throw contradiction();
    }
    return new Code(
        new RunCode(
            operation.label(),
            operation.version(),
            operation.declarations(),
            Undo.NOT_STATED,
            operation.body(),
            Optional.of(body)));
  }

  /**
   * Declares that a downgrade need not undo the code.
   *
   * @throws DefinitionException if {@link #undoneBy} was called before
   */
  public Code needsNoUndo() {
    if (operation.undoBody().isPresent()) {
      throw contradiction();
    }
    return new Code(
        new RunCode(
            operation.label(),
            operation.version(),
            operation.declarations(),
            Undo.NOT_NEEDED,
            operation.body(),
            operation.undoBody()));
  }

  private DefinitionException contradiction() {
    return new DefinitionException(
        "the code \"" + operation.label() + "\" has both undoneBy(…) and needsNoUndo()",
        "keep only one of the two");
  }

  RunCode operation() {
    return operation;
  }

  @Override
  public String toString() {
    return operation.toString();
  }

  private Code declaring(Declarations declarations) {
    return new Code(
        new RunCode(
            operation.label(),
            operation.version(),
            declarations,
            operation.undo(),
            operation.body(),
            operation.undoBody()));
  }
}
