package dev.migrate.dialect;

import dev.migrate.schema.QualifiedName;
import java.util.List;
import java.util.Objects;

/**
 * A table that a database made in order to replace another one, and that is still there because the
 * database was killed before it had done so. Immutable.
 *
 * @param copy the name of the table
 * @param original the name of the table that it was to replace
 * @param completion the statements that give the copy the name of the original, which no longer
 *     exists; empty if statements cannot do it
 * @param removal the statements that remove the copy and what refers to it
 */
public record UnfinishedCopy(
    QualifiedName copy, QualifiedName original, List<String> completion, List<String> removal) {

  /** Copies. */
  public UnfinishedCopy {
    Objects.requireNonNull(copy, "copy");
    Objects.requireNonNull(original, "original");
    completion = List.copyOf(completion);
    removal = List.copyOf(removal);
  }
}
