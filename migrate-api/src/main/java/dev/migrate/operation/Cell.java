package dev.migrate.operation;

import dev.migrate.schema.QualifiedName;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * One thing in a database that an operation can look at or change: an object, an attribute of it, a
 * name, data, or an aggregate such as "some unique key over these columns".
 *
 * <p>Whatever belongs to a table also reads the table's {@link Aspect#RELATION}; dropping or
 * renaming the table writes it. The same holds for a column.
 *
 * @param aspect what of it
 * @param object the table, view, sequence or enum type; none for a namespace or everything
 * @param detail the column, constraint, index, key or namespace; empty where the aspect has none
 */
public record Cell(Aspect aspect, Optional<QualifiedName> object, String detail) {

  /** What of an object a cell is. */
  public enum Aspect {
    /** That a table, view, sequence or enum type of this name is there. */
    RELATION,
    /** That a schema of this name is there. */
    NAMESPACE,
    /** What a table says about itself. */
    TABLE_COMMENT,
    /** That a column of this name is there. */
    COLUMN,
    /** A column's type, collation and computation. */
    COLUMN_TYPE,
    /** Whether a column takes NULL. */
    COLUMN_NULLABILITY,
    /** What fills a column that an insert does not name. */
    COLUMN_DEFAULT,
    /** What a column says about itself. */
    COLUMN_COMMENT,
    /** That a table still has columns, and how many it has. */
    COLUMN_COUNT,
    /** How long a row can be. */
    ROW_SIZE,
    /** Which columns an insert must name. */
    REQUIRED_COLUMNS,
    /** That a table has a primary key, of which there can be one. */
    PRIMARY_KEY,
    /** A constraint, by its name. */
    CONSTRAINT,
    /** An index, by its name. */
    INDEX,
    /** That some key over these columns is there, to which a foreign key binds. */
    KEY_OVER,
    /** That some index over these columns is there, which a foreign key uses or makes. */
    INDEX_OVER,
    /** The labels of an enum type. */
    LABELS,
    /** The query of a view. */
    QUERY,
    /** Where a sequence or an identity stands. */
    COUNTER,
    /** Which rows a table has. */
    ROWS,
    /** One row, by the values of its key. */
    ROW,
    /** The values of a column. */
    VALUES,
    /** Anything at all: what raw SQL or code does that did not say what it does. */
    EVERYTHING
  }

  /** Anything at all. */
  public static final Cell EVERYTHING = new Cell(Aspect.EVERYTHING, Optional.empty(), "");

  /**
   * A cell of an object as a whole.
   *
   * @param aspect what of it
   * @param object the object
   * @return the cell
   */
  public static Cell of(Aspect aspect, QualifiedName object) {
    return new Cell(aspect, Optional.of(object), "");
  }

  /**
   * A cell of a part of an object.
   *
   * @param aspect what of it
   * @param object the object
   * @param detail the part's name
   * @return the cell
   */
  public static Cell of(Aspect aspect, QualifiedName object, String detail) {
    return new Cell(aspect, Optional.of(object), detail);
  }

  /**
   * A cell of a set of columns, whatever their order.
   *
   * @param aspect {@link Aspect#KEY_OVER} or {@link Aspect#INDEX_OVER}
   * @param table the table
   * @param columns the columns
   * @return the cell
   */
  public static Cell over(Aspect aspect, QualifiedName table, List<String> columns) {
    return of(aspect, table, String.join(", ", columns.stream().sorted().toList()));
  }

  /**
   * That a namespace is there.
   *
   * @param name its name
   * @return the cell
   */
  public static Cell namespace(String name) {
    return new Cell(Aspect.NAMESPACE, Optional.empty(), name);
  }

  @Override
  public String toString() {
    String what = aspect.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    String where = object.map(QualifiedName::toString).orElse("");
    String path = where.isEmpty() || detail.isEmpty() ? where + detail : where + "." + detail;
    return path.isEmpty() ? what : what + " " + path;
  }
}
