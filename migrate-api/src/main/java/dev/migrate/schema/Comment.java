package dev.migrate.schema;

import dev.migrate.error.Arguments;
import dev.migrate.error.DefinitionException;
import java.util.Optional;

/**
 * The comment of a table or column, or its removal.
 *
 * @param text the comment; empty to take it away
 */
public record Comment(Optional<String> text) implements TableElement, ColumnChange {

  /**
   * Checks the text.
   *
   * @throws DefinitionException if it is empty or contains a NUL character
   */
  public Comment {
    text.ifPresent(Comment::require);
  }

  static String require(String text) {
    if (text.isEmpty() || text.indexOf('\0') >= 0) {
      throw new DefinitionException(
          "a comment is empty or contains a NUL character", "give it a text, or write noComment()");
    }
    return Arguments.requireWholeCharacters(text, "a comment");
  }

  @Override
  public <R> R accept(ColumnChangeVisitor<R> visitor) {
    return visitor.visit(this);
  }

  @Override
  public Column applyTo(Column column) {
    return column.withComment(text);
  }

  @Override
  public ColumnChange restoring(Column before) {
    return new Comment(before.comment());
  }

  @Override
  public String toString() {
    return text.map(value -> "comment " + value).orElse("no comment");
  }
}
