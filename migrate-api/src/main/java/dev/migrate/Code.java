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
 * <p>The history knows the label and the version, not the code: whoever changes the code so that it
 * does something else raises the version. Code is for data; it leaves the schema as it is.
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
   * Says which version of the code this is; 1 by default.
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
   * States what data the code looks at. Code that states what it writes and not what it reads may
   * look at anything: it is in conflict with every change of a parallel branch.
   *
   * @param columns its columns; none for all
   */
  public Code reads(String table, String... columns) {
    return declaring(Declaring.reads(operation.declarations(), table, columns));
  }

  /**
   * Says what data the code changes.
   *
   * @param columns its columns; none for all, and for rows that come or go
   */
  public Code writes(String table, String... columns) {
    return declaring(Declaring.writes(operation.declarations(), table, columns));
  }

  /**
   * States which object the code needs that the schema does not model, such as a function.
   *
   * @param kind what it is: {@code function}
   * @throws DefinitionException if one of them is blank
   */
  public Code uses(String kind, String name) {
    return declaring(Declaring.uses(operation.declarations(), kind, name));
  }

  /**
   * Says what undoes the code.
   *
   * @throws DefinitionException if {@link #needsNoUndo} said something else
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
   * Says that a downgrade has nothing to do about the code.
   *
   * @throws DefinitionException if {@link #undoneBy} said something else
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
        "the code \"" + operation.label() + "\" is undone and needs no undo",
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
