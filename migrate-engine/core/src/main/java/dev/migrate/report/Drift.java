package dev.migrate.report;

import dev.migrate.error.Facts;
import dev.migrate.schema.ElementName;
import dev.migrate.schema.SchemaDifference;
import dev.migrate.schema.UnmodelledElement;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * How a database differs from what its applied revisions declare. Immutable and thread-safe; {@code
 * toString()} says it in the form of an error, with the next step.
 *
 * <p>Only {@link #difference()} counts as drift. Objects that no revision mentions may be
 * anybody's, and what the model cannot represent may have been created by raw SQL of a revision;
 * both are listed.
 *
 * @param difference what differs: the revisions are expected, the database is actual. Includes what
 *     a declared table has beyond its declaration, such as a column or an index
 * @param undeclared tables, views, sequences, types and schemas of the database that no applied
 *     revision mentions
 * @param unmodelled elements of the database that the model cannot represent, such as triggers
 * @param unknown elements of which something cannot be compared: a text that the database rewrites
 *     or hides from this user, or a part of a revision that has begun and not ended
 */
public record Drift(
    SchemaDifference difference,
    List<ElementName> undeclared,
    List<UnmodelledElement> unmodelled,
    List<ElementName> unknown) {

  /** Copies. */
  public Drift {
    Objects.requireNonNull(difference, "difference");
    undeclared = List.copyOf(undeclared);
    unmodelled = List.copyOf(unmodelled);
    unknown = List.copyOf(unknown);
  }

  /**
   * Whether there is no drift, as far as that can be known.
   *
   * @return true if {@link #difference()} is empty
   */
  public boolean isEmpty() {
    return difference.isEmpty();
  }

  @Override
  public String toString() {
    Facts facts =
        Facts.of(
            isEmpty()
                ? "the database is what the applied revisions declare"
                : "the database is not what the applied revisions declare");
    facts = difference.addedTo(facts);
    facts = unknown.isEmpty() ? facts : facts.list("unknown", unknown);
    List<String> others = new ArrayList<>();
    if (!undeclared.isEmpty()) {
      others.add("in no revision: " + Facts.shown(undeclared));
    }
    if (!unmodelled.isEmpty()) {
      others.add("not in the model: " + Facts.shown(unmodelled));
    }
    facts = others.isEmpty() ? facts : facts.with("others", String.join("\n", others));
    return (isEmpty()
            ? facts
            : facts.next(
                "bring the database back to what the revisions declare;\n"
                    + "or declare the change in a revision, and record that with stamp(\"…\")"))
        .toString();
  }
}
