package dev.migrate.generate;

import dev.migrate.schema.ArrayType;
import dev.migrate.schema.Column;
import dev.migrate.schema.DataReference;
import dev.migrate.schema.DataType;
import dev.migrate.schema.DefaultValue;
import dev.migrate.schema.EnumReference;
import dev.migrate.schema.ForeignKey;
import dev.migrate.schema.NextValue;
import dev.migrate.schema.QualifiedName;
import dev.migrate.schema.Schema;
import dev.migrate.schema.Sequence;
import dev.migrate.schema.Table;
import dev.migrate.schema.VaryingDefault;
import dev.migrate.schema.VaryingType;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** The objects that others need to be there. Used once; not thread-safe. */
final class NeededObjects {

  private final Schema schema;
  private final Set<QualifiedName> needed = new TreeSet<>();
  private final Deque<QualifiedName> left = new ArrayDeque<>();

  private NeededObjects(Schema schema) {
    this.schema = schema;
  }

  /** These tables and views, and everything that they need. */
  static Set<QualifiedName> of(Schema schema, Set<QualifiedName> wanted) {
    NeededObjects objects = new NeededObjects(schema);
    wanted.forEach(objects::need);
    while (!objects.left.isEmpty()) {
      QualifiedName next = objects.left.pop();
      schema.findTable(next).ifPresent(objects::add);
      schema
          .findView(next)
          .ifPresent(
              view -> view.reads().stream().map(DataReference::table).forEach(objects::need));
      schema
          .findSequence(next)
          .flatMap(Sequence::ownedBy)
          .ifPresent(owner -> objects.need(owner.table()));
    }
    return objects.needed;
  }

  private void need(QualifiedName name) {
    if (needed.add(name)) {
      left.push(name);
    }
  }

  private void add(Table table) {
    table.foreignKeys().stream().map(ForeignKey::target).forEach(this::need);
    for (Column column : table.columns()) {
      add(column.type());
      column.defaultValue().ifPresent(this::add);
    }
    schema.sequencesOwnedBy(table.name(), Optional.empty()).stream()
        .map(Sequence::name)
        .forEach(this::need);
  }

  private void add(DataType type) {
    if (type instanceof EnumReference reference) {
      need(reference.type());
    } else if (type instanceof ArrayType array) {
      add(array.element());
    } else if (type instanceof VaryingType varying) {
      add(varying.standard());
      varying.variants().values().forEach(this::add);
    }
  }

  private void add(DefaultValue value) {
    if (value instanceof NextValue next) {
      need(next.sequence());
    } else if (value instanceof VaryingDefault varying) {
      add(varying.standard());
      varying.variants().values().forEach(this::add);
    }
  }
}
