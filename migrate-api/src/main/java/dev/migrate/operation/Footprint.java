package dev.migrate.operation;

import dev.migrate.operation.Cell.Aspect;
import dev.migrate.schema.DataReference;
import dev.migrate.schema.QualifiedName;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * What an operation and its inverse look at and change. Two parallel operations are independent
 * when neither writes what the other reads, writes or adds to, and neither adds to what the other
 * reads. Immutable; every method that says something more returns a copy.
 *
 * @param reads the cells on whose state the operation depends
 * @param writes the cells that it changes
 * @param adds the cells that it adds to, where two additions do not disturb each other
 */
public record Footprint(Set<Cell> reads, Set<Cell> writes, Set<Cell> adds) {

  /** Touches nothing. */
  public static final Footprint NONE = new Footprint(Set.of(), Set.of(), Set.of());

  /** Reads and writes anything at all. */
  public static final Footprint UNKNOWN = NONE.reading(Cell.EVERYTHING).writing(Cell.EVERYTHING);

  /** Copies, keeping the order. */
  public Footprint {
    reads = copyOf(reads);
    writes = copyOf(writes);
    adds = copyOf(adds);
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
   * Claims the name of an object and its namespace.
   *
   * @param name the object's name
   * @return a footprint to go on from
   */
  static Footprint claiming(QualifiedName name) {
    return NONE.claimingToo(name);
  }

  Footprint claimingToo(QualifiedName name) {
    Footprint claimed = writing(Cell.of(Aspect.RELATION, name));
    return name.namespace().map(n -> claimed.reading(Cell.namespace(n))).orElse(claimed);
  }

  /**
   * Reads the existence of columns.
   *
   * @param table their table
   * @param columns the columns
   * @return a copy
   */
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
   * @return a copy
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
            Cell.of(Aspect.COLUMN_COUNT, data.table()), Cell.of(Aspect.VALUES, data.table()))
        : result;
  }

  /**
   * Changes rows or the values of columns.
   *
   * @param data the table and its columns; none for all and for rows as such
   * @return a copy
   */
  Footprint writingData(DataReference data) {
    Footprint result = reading(Cell.of(Aspect.RELATION, data.table()));
    for (String column : data.columns()) {
      result =
          result
              .readingColumns(data.table(), List.of(column))
              .writing(Cell.of(Aspect.VALUES, data.table(), column));
    }
    return data.columns().isEmpty()
        ? result.writing(Cell.of(Aspect.ROWS, data.table()), Cell.of(Aspect.VALUES, data.table()))
        : result;
  }

  /**
   * Depends on these cells.
   *
   * @param cells the cells
   * @return a copy
   */
  public Footprint reading(Cell... cells) {
    return new Footprint(joined(reads, Arrays.asList(cells)), writes, adds);
  }

  /**
   * Changes these cells.
   *
   * @param cells the cells
   * @return a copy
   */
  public Footprint writing(Cell... cells) {
    return new Footprint(reads, joined(writes, Arrays.asList(cells)), adds);
  }

  /**
   * Adds to these cells.
   *
   * @param cells the cells
   * @return a copy
   */
  public Footprint adding(Cell... cells) {
    return new Footprint(reads, writes, joined(adds, Arrays.asList(cells)));
  }

  /**
   * This and another together.
   *
   * @param other the other footprint
   * @return all cells of both
   */
  public Footprint and(Footprint other) {
    return new Footprint(
        joined(reads, other.reads), joined(writes, other.writes), joined(adds, other.adds));
  }

  /**
   * Whether nobody can tell what is touched.
   *
   * @return true if raw SQL or code did not say what it reads and writes
   */
  public boolean isUnknown() {
    return reads.contains(Cell.EVERYTHING) || writes.contains(Cell.EVERYTHING);
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

  private static Set<Cell> copyOf(Set<Cell> cells) {
    return Collections.unmodifiableSet(new LinkedHashSet<>(cells));
  }
}
