package dev.migrate.report;

import dev.migrate.error.Facts;
import dev.migrate.model.IgnoredElement;
import dev.migrate.schema.ElementName;
import dev.migrate.schema.SchemaDifference;
import java.util.List;
import java.util.Objects;

/**
 * A model beside what all revisions of the code make, for one database. Immutable and thread-safe.
 *
 * @param difference what differs: the model is expected, the revisions are actual
 * @param leftAlone elements of the revisions that the model has no words for
 * @param unused elements that are to be ignored although nothing differs in them
 * @param remarks what a reader should know about the model, such as a type that no dialect knows
 */
public record ModelCheck(
    SchemaDifference difference,
    List<ElementName> leftAlone,
    List<IgnoredElement> unused,
    List<String> remarks) {

  /** Copies. */
  public ModelCheck {
    Objects.requireNonNull(difference, "difference");
    leftAlone = List.copyOf(leftAlone);
    unused = List.copyOf(unused);
    remarks = List.copyOf(remarks);
  }

  /**
   * Whether the revisions make what the model declares.
   *
   * @return true if {@link #difference()} is empty; the rest is for information
   */
  public boolean isEmpty() {
    return difference.isEmpty();
  }

  @Override
  public String toString() {
    Facts facts =
        Facts.of(
            isEmpty()
                ? "the revisions make what the model declares"
                : "the revisions do not make what the model declares");
    facts = difference.addedTo(facts);
    facts = leftAlone.isEmpty() ? facts : facts.list("kept", leftAlone);
    facts = unused.isEmpty() ? facts : facts.list("unused", unused);
    facts = remarks.isEmpty() ? facts : facts.with("remarks", String.join("\n", remarks));
    return (isEmpty()
            ? facts
            : facts.next("generate a revision from the model, or correct the model"))
        .toString();
  }
}
