package dev.migrate.operation;

import dev.migrate.operation.Cell.Aspect;
import dev.migrate.operation.ElementChange.Kind;
import dev.migrate.schema.Comment;
import dev.migrate.schema.ElementName;
import dev.migrate.schema.QualifiedName;
import dev.migrate.schema.Schema;
import java.util.List;
import java.util.Objects;

/**
 * Sets or removes the comment of a table.
 *
 * @param table the table's name
 * @param comment the new comment
 */
public record CommentOnTable(QualifiedName table, Comment comment) implements Operation {

  /** Checks that they are there. */
  public CommentOnTable {
    Objects.requireNonNull(table, "table");
    Objects.requireNonNull(comment, "comment");
  }

  @Override
  public Schema applyTo(Schema before) {
    return before.with(before.table(table).withComment(comment.text()));
  }

  @Override
  public Inverse inverse(Schema before) {
    return Inverse.of(new CommentOnTable(table, new Comment(before.table(table).comment())));
  }

  @Override
  public Footprint footprint(Schema before) {
    return Footprint.within(table).writing(Cell.of(Aspect.TABLE_COMMENT, table));
  }

  @Override
  public List<ElementChange> elementChanges() {
    return List.of(ElementChange.of(Kind.ALTERED, ElementName.table(table)));
  }

  @Override
  public <C, R> R accept(OperationVisitor<C, R> visitor, C context) {
    return visitor.visit(this, context);
  }

  @Override
  public String toString() {
    return "table " + table + ": " + comment;
  }
}
