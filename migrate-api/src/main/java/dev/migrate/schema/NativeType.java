package dev.migrate.schema;

import dev.migrate.error.Characters;
import dev.migrate.error.DefinitionException;
import java.util.Objects;

/**
 * A type in the database's own words, written verbatim into statements.
 *
 * @param sql the type, such as {@code geography(Point,4326)}
 */
public record NativeType(String sql) implements DataType {

  /**
   * Checks the text.
   *
   * @throws DefinitionException if it is blank or has a NUL character
   */
  public NativeType {
    Objects.requireNonNull(sql, "sql");
    if (sql.isBlank() || sql.indexOf('\0') >= 0) {
      throw new DefinitionException(
          "a native type is blank or has a NUL character", "write it as the database does");
    }
    Characters.requireWhole("a native type", sql);
  }

  @Override
  public boolean accepts(Literal.Kind kind) {
    return true;
  }

  @Override
  public <R> R accept(DataTypeVisitor<R> visitor) {
    return visitor.visit(this);
  }

  @Override
  public String toString() {
    return "native " + sql;
  }
}
