package dev.migrate.hibernate;

import dev.migrate.model.DeclaredSchema;
import dev.migrate.operation.InsertRows;
import dev.migrate.schema.Schema;
import java.util.ArrayList;
import java.util.List;

/**
 * What mappings declare for one database, whatever the revisions make. Immutable.
 *
 * @param rows the rows that tables have from the start
 * @param collections the tables of collections, which versions of Hibernate make differently
 */
record ReadMappings(
    Schema schema, List<InsertRows> rows, List<String> remarks, List<CollectionTable> collections) {

  ReadMappings {
    rows = List.copyOf(rows);
    remarks = List.copyOf(remarks);
    collections = List.copyOf(collections);
  }

  /** The declared schema, with what the revisions make and mappings have no words for. */
  DeclaredSchema declared(Schema recorded) {
    RecordedParts parts = new RecordedParts(schema, recorded);
    Schema whole = parts.whole();
    List<String> all = new ArrayList<>(remarks);
    collections.forEach(table -> table.remark(schema, recorded).ifPresent(all::add));
    return DeclaredSchema.of(whole)
        .withRows(rows)
        .withLeftAlone(parts.leftAlone())
        .withRemarks(all.stream().distinct().toList());
  }
}
