package dev.migrate.generate;

import dev.migrate.schema.DataReference;
import dev.migrate.schema.QualifiedName;
import dev.migrate.schema.Schema;
import dev.migrate.schema.View;
import java.util.ArrayList;
import java.util.List;

/**
 * What views read, where only the query says it: a catalogue does not always know. Every table and
 * view counts whose name occurs in the query, which may be one too many, and is never one too few.
 */
final class ViewReads {

  private ViewReads() {}

  /** The same schema, in which every view says what it reads. */
  static Schema declared(Schema schema) {
    List<QualifiedName> relations = new ArrayList<>();
    schema.tables().forEach(table -> relations.add(table.name()));
    schema.views().forEach(view -> relations.add(view.name()));
    Schema declared = schema;
    for (View view : schema.views()) {
      if (view.reads().isEmpty() && view.query().isPresent()) {
        declared =
            declared.with(
                view.withReads(
                    relations.stream()
                        .filter(name -> !name.equals(view.name()))
                        .filter(name -> view.query().orElseThrow().mentions(name.name()))
                        .map(name -> new DataReference(name, List.of()))
                        .toList()));
      }
    }
    return declared;
  }
}
