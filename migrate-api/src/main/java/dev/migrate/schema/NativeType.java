package dev.migrate.schema;

import dev.migrate.error.Arguments;
import dev.migrate.error.DefinitionException;
import java.util.Objects;
import java.util.regex.Pattern;

/**
 * A type in the database's own words, written verbatim into statements.
 *
 * @param sql the type, such as {@code geography(Point,4326)}
 */
public record NativeType(String sql) implements DataType {

  /** Chapter 8.1.4 in PostgreSQL's manual. */
  private static final Pattern SERIAL =
      Pattern.compile("(small|big)?serial[248]?", Pattern.CASE_INSENSITIVE);

  /**
   * Checks the text.
   *
   * @throws DefinitionException if it is blank or contains a NUL character
   */
  public NativeType {
    Objects.requireNonNull(sql, "sql");
    if (sql.isBlank() || sql.indexOf('\0') >= 0) {
      throw new DefinitionException(
          "a native type is blank or contains a NUL character", "write it as the database does");
    }
    Arguments.requireWholeCharacters(sql, "a native type");
  }

  /**
   * Whether PostgreSQL creates a sequence for a column of this type, as for an identity.
   *
   * @return true for {@code serial} and its synonyms
   */
  public boolean isSerial() {
    return SERIAL.matcher(sql).matches();
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
