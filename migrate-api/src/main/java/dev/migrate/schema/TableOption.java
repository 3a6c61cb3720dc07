package dev.migrate.schema;

import dev.migrate.error.Arguments;
import dev.migrate.error.DefinitionException;
import java.util.Objects;

/**
 * A table option for one dialect: text after the closing parenthesis of {@code CREATE TABLE}.
 * Ignored on others.
 *
 * @param sql the text, verbatim, such as {@code STRICT} or {@code DEFAULT CHARSET=utf8mb4}
 */
public record TableOption(DialectName dialect, String sql) implements TableElement {

  /**
   * Checks the text.
   *
   * @throws DefinitionException if it is blank or contains a NUL character or a semicolon
   */
  public TableOption {
    Objects.requireNonNull(dialect, "dialect");
    if (sql.isBlank() || sql.indexOf('\0') >= 0 || sql.indexOf(';') >= 0) {
      throw new DefinitionException(
          "the option \"" + sql + "\" of a table does not fit into one statement",
          "give the text after the closing parenthesis of CREATE TABLE");
    }
    Arguments.requireWholeCharacters(sql, "the option of a table");
  }

  @Override
  public String toString() {
    return "option on " + dialect + ": " + sql;
  }
}
