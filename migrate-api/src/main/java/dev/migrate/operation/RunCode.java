package dev.migrate.operation;

import dev.migrate.error.DefinitionException;
import dev.migrate.schema.Schema;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * Runs Java code. Two are equal if all but the code itself is; whoever changes the code so that it
 * does something else changes the version.
 *
 * @param label what it does, in words
 * @param version a number that changes with the code
 * @param declarations what it looks at and changes
 * @param undo what a downgrade does about it
 * @param body the code; empty where the operation was read from a database's history
 * @param undoBody the code that undoes it, if there is any
 */
public record RunCode(
    String label,
    int version,
    Declarations declarations,
    Undo undo,
    Optional<CodeBody> body,
    Optional<CodeBody> undoBody)
    implements Operation, RawOperation {

  /**
   * Checks the label.
   *
   * @throws DefinitionException if it is blank
   */
  public RunCode {
    if (label.isBlank()) {
      throw new DefinitionException("code has a blank label", "say in words what it does");
    }
  }

  @Override
  public Schema applyTo(Schema before) {
    return before;
  }

  @Override
  public Inverse inverse(Schema before) {
    if (undoBody.isPresent()) {
      return Inverse.of(
          new RunCode("undo " + label, version, declarations, Undo.NOT_STATED, undoBody, body));
    }
    return undo.isNeeded()
        ? Inverse.none(
            "nothing was declared about undoing the code \""
                + label
                + "\"; add .undoneBy(…) or .needsNoUndo(), or override downgrade(…)")
        : Inverse.of();
  }

  @Override
  public Footprint footprint(Schema before) {
    return declarations.footprint(before);
  }

  /** None: code changes no schema, and rows only as it declares. */
  @Override
  public List<ElementChange> elementChanges() {
    return List.of();
  }

  @Override
  public <C, R> R accept(OperationVisitor<C, R> visitor, C context) {
    return visitor.visit(this, context);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof RunCode that
        && label.equals(that.label)
        && version == that.version
        && declarations.equals(that.declarations)
        && undo.equals(that.undo);
  }

  @Override
  public int hashCode() {
    return Objects.hash(label, version, declarations, undo);
  }

  @Override
  public String toString() {
    return "run code \"" + label + "\"" + (version == 1 ? "" : " version " + version);
  }
}
