package dev.migrate.operation;

import dev.migrate.schema.QualifiedName;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * One thing in a database that an operation can look at or change: an object, an attribute of it, a
 * name, data, or an aggregate such as "some unique key over these columns". Names are in lower case
 * here, because some databases take {@code Email} and {@code email} for one.
 *
 * <p>Two cells <em>meet</em> if they are equal, if one of them is the {@linkplain #whole() whole}
 * of the other (such as the values of a table and those of one of its columns), or if one of them
 * is {@link #EVERYTHING}. Nothing else meets: whatever belongs to a table says by itself that it
 * reads the table's {@link Aspect#RELATION}, which dropping or renaming the table writes; {@link
 * Footprint} adds that for every cell, and the same for columns and namespaces. So whoever looks
 * for the cells that meet a cell in a hash table looks for three: itself, its whole, and
 * everything; and for a whole, for its parts.
 *
 * @param aspect what of it
 * @param object the table, view, sequence or enum type; none for a namespace or everything
 * @param detail the column, constraint, index, key or namespace; empty where the aspect has none,
 *     and for all of them
 */
public record Cell(Aspect aspect, Optional<QualifiedName> object, String detail) {

  /** What of an object a cell is. */
  public enum Aspect {
    /** That a table, view, sequence or enum type of this name is there. */
    RELATION,
    /**
     * A name in a schema, taken by a table, view, sequence, enum type, constraint or index, or by
     * the sequence that a database makes for an identity: the strictest databases have one space
     * for all.
     */
    NAME,
    /** That a schema of this name is there. */
    NAMESPACE,
    /** The comment of a table. */
    TABLE_COMMENT,
    /** What dialects say after the closing parenthesis of a table. */
    TABLE_OPTIONS,
    /** That a column of this name is there. Without a detail: which columns are. */
    COLUMN,
    /** A column's type, collation and computation. */
    COLUMN_TYPE,
    /** Whether a column takes NULL. */
    COLUMN_NULLABILITY,
    /** What fills a column that an insert does not name. */
    COLUMN_DEFAULT,
    /** The comment of a column. */
    COLUMN_COMMENT,
    /** That a table still has columns after one is dropped. */
    COLUMN_COUNT,
    /** How long a row can be. */
    ROW_SIZE,
    /** Which columns an insert must name, and what fills those that it does not. */
    REQUIRED_COLUMNS,
    /** That a table has a primary key, of which there can be one. */
    PRIMARY_KEY,
    /** A constraint, by its name. */
    CONSTRAINT,
    /** An index, by its name. */
    INDEX,
    /** That some key over these columns is there, to which a foreign key binds. */
    KEY_OVER,
    /** That some index starts with this column, which a foreign key uses or makes. */
    INDEX_OVER,
    /** A label of an enum type. Without a detail: all of them. */
    LABELS,
    /** In which order the labels of an enum type stand. */
    LABEL_ORDER,
    /** The query of a view. */
    QUERY,
    /** How a sequence counts: its type, start, increment, limits, cycle and cache. */
    COUNTING,
    /** Where a sequence stands, or the identity of a table, which can be but one. */
    COUNTER,
    /** Which rows a table has. */
    ROWS,
    /** One row, by the values of its key. */
    ROW,
    /** The values of a column. Without a detail: of all columns. */
    VALUES,
    /** An object that the schema does not model, such as a function, by its kind and name. */
    OBJECT,
    /** Anything at all: what raw SQL or code does that does not declare what it does. */
    EVERYTHING
  }

  /** Anything at all. */
  public static final Cell EVERYTHING = new Cell(Aspect.EVERYTHING, Optional.empty(), "");

  /** Brings names into lower case. */
  public Cell {
    object = object.map(Cell::inLowerCase);
    detail = detail.toLowerCase(Locale.ROOT);
  }

  private static QualifiedName inLowerCase(QualifiedName name) {
    return new QualifiedName(
        name.namespace().map(part -> part.toLowerCase(Locale.ROOT)),
        name.name().toLowerCase(Locale.ROOT));
  }

  /**
   * A cell of an object as a whole.
   *
   * @param aspect what of it
   */
  public static Cell of(Aspect aspect, QualifiedName object) {
    return new Cell(aspect, Optional.of(object), "");
  }

  /**
   * A cell of a part of an object.
   *
   * @param aspect what of it
   * @param detail the part's name
   */
  public static Cell of(Aspect aspect, QualifiedName object, String detail) {
    return new Cell(aspect, Optional.of(object), detail);
  }

  /**
   * A cell of a set of columns, whatever their order.
   *
   * @param aspect {@link Aspect#KEY_OVER}
   */
  public static Cell over(Aspect aspect, QualifiedName table, List<String> columns) {
    return of(aspect, table, String.join(", ", columns.stream().sorted().toList()));
  }

  /** That a namespace is there. */
  public static Cell namespace(String name) {
    return new Cell(Aspect.NAMESPACE, Optional.empty(), name);
  }

  /** An object that the schema does not model. */
  public static Cell unmodelled(String object) {
    return new Cell(Aspect.OBJECT, Optional.empty(), object);
  }

  /**
   * The cell of which this is a part: the same aspect of the same object, for all details.
   *
   * @return this if it has no detail
   */
  public Cell whole() {
    return detail.isEmpty() ? this : new Cell(aspect, object, "");
  }

  /**
   * Whether two cells have something in common. Symmetric.
   *
   * @return true if they are equal, one is the whole of the other, or one is everything
   */
  public boolean meets(Cell other) {
    return equals(EVERYTHING)
        || other.equals(EVERYTHING)
        || equals(other)
        || equals(other.whole())
        || whole().equals(other);
  }

  @Override
  public String toString() {
    String what = aspect.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    String where = object.map(QualifiedName::toString).orElse("");
    String path = where.isEmpty() || detail.isEmpty() ? where + detail : where + "." + detail;
    return path.isEmpty() ? what : what + " " + path;
  }
}
