package dev.migrate.dialect;

import dev.migrate.operation.Operation;
import dev.migrate.schema.Schema;
import java.util.List;
import java.util.Objects;

/**
 * The context in which an operation is rendered.
 *
 * @param before the schema before it
 * @param earlier the earlier operations of the same revision, in order; they are part of the same
 *     transaction unless the revision runs statement by statement
 */
public record RenderContext(Schema before, List<Operation> earlier) {

  /**
   * Does not copy the list, since a revision can have many operations; callers must not change it.
   */
  public RenderContext {
    Objects.requireNonNull(before, "before");
    Objects.requireNonNull(earlier, "earlier");
  }

  /** The context of the first operation of a revision. */
  public RenderContext(Schema before) {
    this(before, List.of());
  }
}
