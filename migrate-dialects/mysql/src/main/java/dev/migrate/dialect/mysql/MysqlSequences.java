package dev.migrate.dialect.mysql;

import dev.migrate.dialect.Statement;
import dev.migrate.operation.AlterColumn;
import dev.migrate.operation.CreateSequence;
import dev.migrate.operation.DropSequence;
import dev.migrate.operation.Operation;
import dev.migrate.operation.RenameSequence;
import dev.migrate.schema.Column;
import dev.migrate.schema.DefaultChange;
import dev.migrate.schema.DefaultValue;
import dev.migrate.schema.QualifiedName;
import dev.migrate.schema.Schema;
import dev.migrate.schema.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Sequences, which MariaDB has and MySQL does not.
 *
 * @see <a href="https://mariadb.com/kb/en/create-sequence/">CREATE SEQUENCE</a>
 */
final class MysqlSequences {

  private final MysqlDefinitions definitions;

  MysqlSequences(MysqlDefinitions definitions) {
    this.definitions = definitions;
  }

  private String name(QualifiedName name) {
    return definitions.names().name(name);
  }

  void requireMariadb(Operation operation) {
    if (!definitions.server().isMariadb()) {
      throw definitions.noSequences(operation.toString());
    }
  }

  /** The sequence with the limits that it needs. */
  CreateSequence create(CreateSequence operation) {
    requireMariadb(operation);
    if (operation.sequence().ownedBy().isPresent()) {
      throw definitions.unsupported(
          operation.toString(),
          "leave ownedBy(…) out, and drop the sequence in an operation of its own");
    }
    return new CreateSequence(MysqlSequenceDefaults.stated(operation.sequence()));
  }

  /** Columns name the sequence of their default, and do not follow it; so they let go of it. */
  List<Operation> rename(RenameSequence operation, Schema before) {
    requireMariadb(operation);
    Schema after = operation.applyTo(before);
    List<Operation> parts = new ArrayList<>();
    parts.add(operation);
    for (Table table : before.tables()) {
      for (Column column : table.columns()) {
        Column then = after.table(table.name()).column(column.name());
        if (!defaultOf(column).equals(defaultOf(then))) {
          parts.add(0, change(table, column, new DefaultChange(Optional.empty())));
          parts.add(change(table, column, new DefaultChange(then.defaultValue())));
        }
      }
    }
    return parts;
  }

  private Optional<DefaultValue> defaultOf(Column column) {
    return column.defaultValue().map(value -> value.on(definitions.dialects()));
  }

  private static Operation change(Table table, Column column, DefaultChange change) {
    return new AlterColumn(table.name(), column.name(), List.of(change));
  }

  List<Statement> renamed(RenameSequence operation) {
    QualifiedName newName = operation.sequence().sibling(operation.newName());
    String sql = "RENAME TABLE " + name(operation.sequence()) + " TO " + name(newName);
    return List.of(Statement.structure(sql, operation));
  }

  List<Statement> drop(DropSequence operation) {
    requireMariadb(operation);
    String sql = "DROP SEQUENCE " + name(operation.sequence());
    return List.of(Statement.structure(sql, operation));
  }
}
