package dev.migrate.operation;

import dev.migrate.operation.Cell.Aspect;
import dev.migrate.schema.DataReference;
import dev.migrate.schema.QualifiedName;
import dev.migrate.schema.Schema;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * What an operation and its inverse look at and change. Two parallel operations are independent
 * when neither writes what the other reads, writes or adds to, and neither adds to what the other
 * reads: see {@link #clashesWith}. Immutable; every method that says something more returns a copy.
 *
 * <p>The footprint of everything that belongs to an object also reads that the object is there: its
 * column, its relation and its namespace.
 *
 * @param reads the cells on whose state the operation depends
 * @param writes the cells that it changes
 * @param adds the cells that it adds to, where two additions do not conflict
 */
public record Footprint(Set<Cell> reads, Set<Cell> writes, Set<Cell> adds) {

  private static final Set<Aspect> OF_A_COLUMN =
      Set.of(
          Aspect.COLUMN_TYPE,
          Aspect.COLUMN_NULLABILITY,
          Aspect.COLUMN_DEFAULT,
          Aspect.COLUMN_COMMENT,
          Aspect.VALUES);

  /** Touches nothing. */
  public static final Footprint NONE = new Footprint(Set.of(), Set.of(), Set.of());

  /** Reads and writes anything at all. */
  public static final Footprint UNKNOWN = NONE.reading(Cell.EVERYTHING).writing(Cell.EVERYTHING);

  /** Copies, keeping the order, and reads what the cells belong to. */
  public Footprint {
    reads = closed(reads, writes, adds);
    adds = without(adds, writes);
    writes = without(writes, Set.of());
  }

  private static Set<Cell> closed(Set<Cell> reads, Set<Cell> writes, Set<Cell> adds) {
    Set<Cell> all = new LinkedHashSet<>(reads);
    for (Set<Cell> cells : List.of(reads, writes, adds)) {
      cells.forEach(cell -> addOwners(cell, all));
    }
    return without(all, writes);
  }

  private static void addOwners(Cell cell, Set<Cell> all) {
    QualifiedName object = cell.object().orElse(null);
    if (object == null) {
      return;
    }
    if (cell.aspect() != Aspect.RELATION && cell.aspect() != Aspect.NAME) {
      all.add(Cell.of(Aspect.RELATION, object));
    }
    if (OF_A_COLUMN.contains(cell.aspect()) && !cell.detail().isEmpty()) {
      all.add(Cell.of(Aspect.COLUMN, object, cell.detail()));
    }
    object.namespace().ifPresent(namespace -> all.add(Cell.namespace(namespace)));
  }

  /**
   * Reads the object's existence, which all that belongs to it does.
   *
   * @param object the table, view, sequence or enum type
   * @return a footprint to go on from
   */
  static Footprint within(QualifiedName object) {
    return NONE.reading(Cell.of(Aspect.RELATION, object));
  }

  /**
   * Creates, renames or drops an object of this name.
   *
   * @param name the object's name
   * @return a footprint to go on from
   */
  static Footprint claiming(QualifiedName name) {
    return NONE.claimingToo(name);
  }

  Footprint claimingToo(QualifiedName name) {
    return writing(Cell.of(Aspect.RELATION, name), Cell.of(Aspect.NAME, name));
  }

  /** Reads the existence of columns. */
  Footprint readingColumns(QualifiedName table, List<String> columns) {
    Footprint result = this;
    for (String column : columns) {
      result =
          result.reading(
              Cell.of(Aspect.COLUMN, table, column), Cell.of(Aspect.COLUMN_TYPE, table, column));
    }
    return result;
  }

  /**
   * Reads rows and the values of columns.
   *
   * @param data the table and its columns; none for all
   */
  Footprint readingData(DataReference data) {
    Footprint result =
        reading(Cell.of(Aspect.RELATION, data.table()), Cell.of(Aspect.ROWS, data.table()));
    for (String column : data.columns()) {
      result =
          result
              .readingColumns(data.table(), List.of(column))
              .reading(Cell.of(Aspect.VALUES, data.table(), column));
    }
    return data.columns().isEmpty()
        ? result.reading(
            Cell.of(Aspect.COLUMN, data.table()),
            Cell.of(Aspect.COLUMN_TYPE, data.table()),
            Cell.of(Aspect.VALUES, data.table()))
        : result;
  }

  /**
   * Changes rows or the values of columns in those that are there.
   *
   * @param data the table and its columns; none for all and for rows as such
   */
  Footprint writingData(DataReference data) {
    Footprint result = reading(Cell.of(Aspect.RELATION, data.table()));
    for (String column : data.columns()) {
      result =
          result
              .reading(Cell.of(Aspect.ROWS, data.table()))
              .readingColumns(data.table(), List.of(column))
              .writing(Cell.of(Aspect.VALUES, data.table(), column));
    }
    return data.columns().isEmpty()
        ? result.writing(Cell.of(Aspect.ROWS, data.table()), Cell.of(Aspect.VALUES, data.table()))
        : result;
  }

  /** Depends on these cells. */
  public Footprint reading(Cell... cells) {
    return new Footprint(joined(reads, Arrays.asList(cells)), writes, adds);
  }

  /** Changes these cells. */
  public Footprint writing(Cell... cells) {
    return new Footprint(reads, joined(writes, Arrays.asList(cells)), adds);
  }

  /** Adds to these cells. */
  public Footprint adding(Cell... cells) {
    return new Footprint(reads, writes, joined(adds, Arrays.asList(cells)));
  }

  /**
   * This and another together.
   *
   * @return all cells of both
   */
  public Footprint and(Footprint other) {
    return new Footprint(
        joined(reads, other.reads), joined(writes, other.writes), joined(adds, other.adds));
  }

  /**
   * What several operations touch that run one after the other.
   *
   * @param operations the operations in the order in which they run
   * @param before the schema before the first
   * @return the footprints of all together
   */
  public static Footprint ofAll(List<Operation> operations, Schema before) {
    Footprint footprint = NONE;
    Schema schema = before;
    for (Operation operation : operations) {
      footprint = footprint.and(operation.footprint(schema));
      schema = operation.applyTo(schema);
    }
    return footprint;
  }

  /**
   * Whether nobody knows what is touched.
   *
   * @return true if raw SQL or code does not declare what it reads and writes
   */
  public boolean isUnknown() {
    return reads.contains(Cell.EVERYTHING) || writes.contains(Cell.EVERYTHING);
  }

  /**
   * What two operations fight over if their order is not fixed.
   *
   * @param other what the other operation and its inverse touch
   * @return the cells that one writes and the other reads, writes or adds to, or that one adds to
   *     and the other reads; empty if the two are independent, in every order and for the inverses
   */
  public Set<Cell> clashesWith(Footprint other) {
    Set<Cell> clashes = new LinkedHashSet<>();
    addMeeting(writes, other.writes, clashes);
    addMeeting(writes, other.reads, clashes);
    addMeeting(reads, other.writes, clashes);
    addMeeting(writes, other.adds, clashes);
    addMeeting(adds, other.writes, clashes);
    addMeeting(adds, other.reads, clashes);
    addMeeting(reads, other.adds, clashes);
    return Collections.unmodifiableSet(clashes);
  }

  /** Adds the narrower of each two cells that meet. */
  private static void addMeeting(Set<Cell> mine, Set<Cell> others, Set<Cell> meeting) {
    for (Cell cell : mine) {
      if (others.contains(cell) || others.contains(cell.whole())) {
        meeting.add(cell);
      }
    }
    Set<Cell> wholes = new HashSet<>(mine);
    wholes.removeIf(cell -> !cell.detail().isEmpty());
    for (Cell other : others) {
      if (wholes.contains(other.whole())) {
        meeting.add(other);
      }
    }
    if (mine.contains(Cell.EVERYTHING)) {
      meeting.addAll(others);
    }
    if (others.contains(Cell.EVERYTHING)) {
      meeting.addAll(mine);
    }
  }

  @Override
  public String toString() {
    return "reads " + reads + " writes " + writes + (adds.isEmpty() ? "" : " adds to " + adds);
  }

  private static Set<Cell> joined(Set<Cell> first, Iterable<Cell> second) {
    Set<Cell> all = new LinkedHashSet<>(first);
    second.forEach(all::add);
    return all;
  }

  /** A copy; whoever writes a cell need not say that it reads it or adds to it as well. */
  private static Set<Cell> without(Set<Cell> cells, Set<Cell> written) {
    Set<Cell> left = new LinkedHashSet<>(cells);
    left.removeAll(written);
    return Collections.unmodifiableSet(left);
  }
}
