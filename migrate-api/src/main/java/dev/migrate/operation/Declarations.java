package dev.migrate.operation;

import dev.migrate.schema.DataReference;
import dev.migrate.schema.Schema;
import java.util.List;

/**
 * What raw SQL or code says that it looks at and changes, since nobody can read it off.
 *
 * @param reads the data it looks at
 * @param writes the data it changes; saying so also asserts that it leaves no lasting object
 */
public record Declarations(List<DataReference> reads, List<DataReference> writes) {

  /** Nothing was said. */
  public static final Declarations NONE = new Declarations(List.of(), List.of());

  /** Copies. */
  public Declarations {
    reads = List.copyOf(reads);
    writes = List.copyOf(writes);
  }

  /** Unknown unless it was said what is written; what is not said to be read may be anything. */
  Footprint footprint(Schema before) {
    if (writes.isEmpty()) {
      return Footprint.UNKNOWN;
    }
    Footprint footprint =
        reads.isEmpty() ? Footprint.NONE.reading(Cell.EVERYTHING) : Footprint.NONE;
    for (DataReference data : reads) {
      footprint = footprint.and(Reach.reads(before, data));
    }
    for (DataReference data : writes) {
      footprint = footprint.and(Reach.writes(before, data));
    }
    return footprint;
  }
}
