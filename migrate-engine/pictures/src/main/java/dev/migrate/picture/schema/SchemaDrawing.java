package dev.migrate.picture.schema;

import dev.migrate.schema.ForeignKey;
import dev.migrate.schema.QualifiedName;
import dev.migrate.schema.Schema;
import dev.migrate.schema.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What a picture of a schema shows. Immutable and thread-safe.
 *
 * @param tables the tables in the order of their names, and those that are dropped
 * @param references the foreign keys between them
 */
public record SchemaDrawing(List<DrawnTable> tables, List<DrawnReference> references) {

  /** Copies. */
  public SchemaDrawing {
    tables = List.copyOf(tables);
    references = List.copyOf(references);
  }

  /**
   * A schema.
   *
   * @param before the schema before the pending revisions, whose differences are marked
   */
  public static SchemaDrawing of(Schema schema, Optional<Schema> before) {
    List<DrawnTable> tables = new ArrayList<>();
    List<DrawnReference> references = new ArrayList<>();
    for (Table table : schema.tables()) {
      Optional<Table> former = before.flatMap(known -> known.findTable(table.name()));
      tables.add(DrawnTable.of(table, former, before.isPresent()));
      for (ForeignKey key : table.foreignKeys()) {
        references.add(DrawnReference.of(table, key));
      }
    }
    before.ifPresent(
        known ->
            known.tables().stream()
                .filter(table -> schema.findTable(table.name()).isEmpty())
                .forEach(table -> tables.add(DrawnTable.gone(table))));
    Set<QualifiedName> names = tables.stream().map(DrawnTable::name).collect(Collectors.toSet());
    references.removeIf(reference -> !names.contains(reference.to()));
    return new SchemaDrawing(tables, references);
  }
}
