package dev.migrate.dialect;

import dev.migrate.operation.Operation;
import dev.migrate.schema.Schema;
import java.util.List;
import java.util.Objects;

/**
 * What surrounds an operation that is rendered.
 *
 * @param before the schema before it
 * @param earlier the operations of the same revision that ran before it, in order; where the
 *     database has transactions, in the same one unless the revision runs statement by statement
 */
public record RenderContext(Schema before, List<Operation> earlier) {

  /** Keeps the list, which is not changed: a revision can have many operations. */
  public RenderContext {
    Objects.requireNonNull(before, "before");
    Objects.requireNonNull(earlier, "earlier");
  }

  /**
   * Of the first operation of a revision.
   *
   * @param before the schema before it
   */
  public RenderContext(Schema before) {
    this(before, List.of());
  }
}
