package dev.migrate.dialect.ansi;

import dev.migrate.operation.AddConstraint;
import dev.migrate.operation.AlterColumn;
import dev.migrate.operation.CommentOnTable;
import dev.migrate.operation.CreateIndex;
import dev.migrate.operation.Operation;
import dev.migrate.schema.Column;
import dev.migrate.schema.Comment;
import dev.migrate.schema.Constraint;
import dev.migrate.schema.ForeignKey;
import dev.migrate.schema.Index;
import dev.migrate.schema.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The parts of a new table: what one {@code CREATE TABLE} contains, and what follows it. */
final class TableParts {

  private TableParts() {}

  /** The table without indexes, comments and what needs an index to be there. */
  static Table bare(Table table) {
    List<Column> columns =
        table.columns().stream().map(column -> column.withComment(Optional.empty())).toList();
    List<Constraint> constraints =
        table.constraints().stream().filter(constraint -> !isLate(table, constraint)).toList();
    return table
        .withIndexes(List.of())
        .withConstraints(constraints)
        .withColumns(all -> columns)
        .withComment(Optional.empty());
  }

  /** What makes the bare table the whole one, in order. */
  static List<Operation> rest(Table table) {
    List<Operation> rest = new ArrayList<>();
    for (Index index : table.indexes()) {
      rest.add(new CreateIndex(table.name(), index));
    }
    for (Constraint constraint : table.constraints()) {
      if (isLate(table, constraint)) {
        rest.add(new AddConstraint(table.name(), constraint));
      }
    }
    if (table.comment().isPresent()) {
      rest.add(new CommentOnTable(table.name(), new Comment(table.comment())));
    }
    for (Column column : table.columns()) {
      if (column.comment().isPresent()) {
        Comment comment = new Comment(column.comment());
        rest.add(new AlterColumn(table.name(), column.name(), List.of(comment)));
      }
    }
    return rest;
  }

  /** A foreign key of the table to itself may refer to one of its unique indexes. */
  private static boolean isLate(Table table, Constraint constraint) {
    return constraint instanceof ForeignKey key
        && key.target().equals(table.name())
        && !table.withIndexes(List.of()).hasKey(key.targetColumns());
  }
}
