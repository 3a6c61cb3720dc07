package dev.migrate.model;

import dev.migrate.operation.InsertRows;
import dev.migrate.schema.ElementName;
import dev.migrate.schema.Schema;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * What a model declares for one database. Immutable.
 *
 * @param schema the schema
 * @param renames what had another name before
 * @param rows the rows that a table has from the start, such as the first number of a generator;
 *     they are inserted when the table is created
 * @param leftAlone the elements of the revisions that the model has no words for, and which are
 *     therefore in the schema as the revisions make them
 * @param ignored the elements in which model and revisions may differ
 * @param remarks what somebody should know who reads a generated revision, such as a type that no
 *     dialect knows
 */
public record DeclaredSchema(
    Schema schema,
    List<Rename> renames,
    List<InsertRows> rows,
    List<ElementName> leftAlone,
    List<IgnoredElement> ignored,
    List<String> remarks) {

  /** Copies. */
  public DeclaredSchema {
    Objects.requireNonNull(schema, "schema");
    renames = List.copyOf(renames);
    rows = List.copyOf(rows);
    leftAlone = List.copyOf(leftAlone);
    ignored = List.copyOf(ignored);
    remarks = List.copyOf(remarks);
  }

  /** A schema without anything further. */
  public static DeclaredSchema of(Schema schema) {
    return new DeclaredSchema(schema, List.of(), List.of(), List.of(), List.of(), List.of());
  }

  /** A copy with another schema. */
  public DeclaredSchema withSchema(Schema other) {
    return new DeclaredSchema(other, renames, rows, leftAlone, ignored, remarks);
  }

  /** A copy that had these names before. */
  public DeclaredSchema withRenames(List<Rename> others) {
    return new DeclaredSchema(schema, others, rows, leftAlone, ignored, remarks);
  }

  /** A copy whose new tables have these rows. */
  public DeclaredSchema withRows(List<InsertRows> others) {
    return new DeclaredSchema(schema, renames, others, leftAlone, ignored, remarks);
  }

  /** A copy that leaves these elements alone. */
  public DeclaredSchema withLeftAlone(List<ElementName> others) {
    return new DeclaredSchema(schema, renames, rows, others, ignored, remarks);
  }

  /** A copy with these remarks. */
  public DeclaredSchema withRemarks(List<String> others) {
    return new DeclaredSchema(schema, renames, rows, leftAlone, ignored, others);
  }

  /** A copy that ignores one more element. */
  public DeclaredSchema ignoring(IgnoredElement element) {
    List<IgnoredElement> more = Stream.concat(ignored.stream(), Stream.of(element)).toList();
    return new DeclaredSchema(schema, renames, rows, leftAlone, more, remarks);
  }
}
