package dev.migrate.generate;

import dev.migrate.model.Rename;
import dev.migrate.operation.Operation;
import dev.migrate.operation.RenameColumn;
import dev.migrate.operation.RenameConstraint;
import dev.migrate.operation.RenameEnumType;
import dev.migrate.operation.RenameIndex;
import dev.migrate.operation.RenameSchema;
import dev.migrate.operation.RenameSequence;
import dev.migrate.operation.RenameTable;
import dev.migrate.operation.RenameView;
import dev.migrate.schema.ColumnName;
import dev.migrate.schema.ElementName;
import dev.migrate.schema.QualifiedName;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Renames as operations. */
final class RenameOperations {

  private RenameOperations() {}

  static Operation of(Rename rename) {
    ElementName from = rename.from();
    QualifiedName object = from.object();
    String part = from.part().orElse("");
    String to = rename.to();
    return switch (from.kind()) {
      case SCHEMA -> new RenameSchema(object.name(), to);
      case ENUM_TYPE -> new RenameEnumType(object, to);
      case SEQUENCE -> new RenameSequence(object, to);
      case VIEW -> new RenameView(object, to);
      case TABLE -> new RenameTable(object, to);
      case COLUMN -> new RenameColumn(object, part, to);
      case CONSTRAINT -> new RenameConstraint(object, part, to);
      case INDEX -> new RenameIndex(object, part, to);
    };
  }

  /** The former names of the columns that operations rename. */
  static Set<ColumnName> columns(List<Operation> operations) {
    return operations.stream()
        .filter(RenameColumn.class::isInstance)
        .map(RenameColumn.class::cast)
        .map(rename -> new ColumnName(rename.table(), rename.column()))
        .collect(Collectors.toSet());
  }
}
