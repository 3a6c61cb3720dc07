package dev.migrate.commands.text;

import dev.migrate.error.Facts;
import dev.migrate.report.Drift;
import dev.migrate.schema.SchemaDifference;
import java.util.Collection;

/** How a database differs from its revisions, every difference in full. */
public final class DriftText {

  private DriftText() {}

  /** Prints it. */
  public static void print(Drift drift, Page page) {
    if (drift.isEmpty()) {
      page.text("the database is what the applied revisions declare", Paint.GOOD);
    } else {
      page.text("the database is not what the applied revisions declare", Paint.BAD);
      differences(drift.difference(), page);
    }
    list("cannot be compared", drift.unknown(), page);
    list("in no revision", drift.undeclared(), page);
    list("not in the model of this library", drift.unmodelled(), page);
    if (!drift.isEmpty()) {
      page.facts(
          Facts.of("what to do")
              .with("either", "bring the database back to what the revisions declare")
              .with("or", "declare the change in a revision, and record that with db stamp")
              .toString(),
          Paint.PLAIN);
    }
  }

  /** Prints every difference. */
  static void differences(SchemaDifference difference, Page page) {
    difference
        .entries()
        .forEach(entry -> page.facts(entry.toString().indent(2).stripTrailing(), Paint.STRONG));
  }

  private static void list(String heading, Collection<?> elements, Page page) {
    if (!elements.isEmpty()) {
      page.text(heading);
      elements.forEach(element -> page.text(element.toString().indent(2).stripTrailing()));
    }
  }
}
