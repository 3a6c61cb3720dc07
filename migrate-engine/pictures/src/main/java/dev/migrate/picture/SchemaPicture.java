package dev.migrate.picture;

import dev.migrate.error.Arguments;
import dev.migrate.picture.mermaid.SchemaMermaid;
import dev.migrate.picture.schema.SchemaDrawing;
import dev.migrate.picture.svg.SchemaSvg;
import dev.migrate.schema.Schema;
import java.util.Optional;

/**
 * A picture of a schema as an entity diagram: tables, columns with their types, keys and foreign
 * keys. Immutable and thread-safe; the same schema gives the same text, whatever the machine.
 */
public final class SchemaPicture {

  private final Schema schema;
  private final SchemaDrawing drawing;

  private SchemaPicture(Schema schema, Optional<Schema> before) {
    this.schema = schema;
    this.drawing = SchemaDrawing.of(schema, before);
  }

  /** A picture of a schema. */
  public static SchemaPicture of(Schema schema) {
    return new SchemaPicture(Arguments.requireGiven(schema, "the schema"), Optional.empty());
  }

  /**
   * Marks what is new, changed or dropped since an earlier schema.
   *
   * @param before the earlier schema, such as the one before the pending revisions
   */
  public SchemaPicture since(Schema before) {
    return new SchemaPicture(
        schema, Optional.of(Arguments.requireGiven(before, "the earlier schema")));
  }

  /**
   * The diagram as an SVG file. It needs nothing else, follows the reader's choice of dark or
   * light, and has a description for screen readers. A line between two tables stands for every
   * foreign key between them; it begins with a fork where several rows can refer to one.
   */
  public String svg() {
    return SchemaSvg.of(drawing).file();
  }

  /**
   * The diagram as Mermaid, in which types and columns are single words: another name, such as
   * {@code full name}, is written with underscores, and as it is in the comment.
   */
  public String mermaid() {
    return SchemaMermaid.of(drawing);
  }
}
