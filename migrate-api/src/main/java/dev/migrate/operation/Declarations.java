package dev.migrate.operation;

import dev.migrate.schema.DataReference;
import dev.migrate.schema.Expression;
import dev.migrate.schema.Schema;
import java.util.List;
import java.util.Optional;

/**
 * What raw SQL or code says that it touches, since that cannot be read off reliably.
 *
 * @param reads the data it looks at
 * @param writes the data it changes
 * @param creates the objects that it creates or replaces, and that the schema does not model
 * @param drops the objects of that kind that it drops
 * @param uses the objects of that kind that must be there
 */
public record Declarations(
    List<DataReference> reads,
    List<DataReference> writes,
    List<ObjectReference> creates,
    List<ObjectReference> drops,
    List<ObjectReference> uses) {

  /** Nothing is declared. */
  public static final Declarations NONE = new Declarations(List.of(), List.of());

  /** Copies. */
  public Declarations {
    reads = List.copyOf(reads);
    writes = List.copyOf(writes);
    creates = List.copyOf(creates);
    drops = List.copyOf(drops);
    uses = List.copyOf(uses);
  }

  /**
   * Of data alone.
   *
   * @param reads the data it looks at
   */
  public Declarations(List<DataReference> reads, List<DataReference> writes) {
    this(reads, writes, List.of(), List.of(), List.of());
  }

  /**
   * Whether it is declared what changes.
   *
   * @return true if data that is written or an object that is created or dropped is declared
   */
  public boolean stateChanges() {
    return !writes.isEmpty() || !creates.isEmpty() || !drops.isEmpty();
  }

  /** What undoes this: it drops what was created, and creates what was dropped. */
  Declarations reversed() {
    return new Declarations(reads, writes, drops, creates, uses);
  }

  /** Of code, which can look at anything that it does not declare. */
  Footprint footprint(Schema before) {
    return stateChanges() ? stated(before, Optional.empty()) : Footprint.UNKNOWN;
  }

  /**
   * Of what is declared. Where it is not declared what is read, the statement itself shows it, as
   * far as it can be understood.
   */
  Footprint stated(Schema before, Optional<Expression> statement) {
    Footprint footprint = objects();
    if (reads.isEmpty() && stateChanges()) {
      footprint =
          footprint.and(
              statement
                  .flatMap(sql -> Mentioned.in(sql, before))
                  .orElse(Footprint.NONE.reading(Cell.EVERYTHING)));
    }
    for (DataReference data : reads) {
      footprint = footprint.and(Reach.reads(before, data));
    }
    for (DataReference data : writes) {
      footprint = footprint.and(Reach.writes(before, data));
    }
    return footprint;
  }

  private Footprint objects() {
    Footprint footprint = Footprint.NONE;
    for (ObjectReference object : creates) {
      footprint = footprint.writing(object.cell());
    }
    for (ObjectReference object : drops) {
      footprint = footprint.writing(object.cell());
    }
    for (ObjectReference object : uses) {
      footprint = footprint.reading(object.cell());
    }
    return footprint;
  }
}
