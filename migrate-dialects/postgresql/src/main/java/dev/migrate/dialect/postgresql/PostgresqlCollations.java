package dev.migrate.dialect.postgresql;

import dev.migrate.schema.ArrayType;
import dev.migrate.schema.CharacterType;
import dev.migrate.schema.Column;
import dev.migrate.schema.DataType;
import dev.migrate.schema.DialectName;
import dev.migrate.schema.EnumReference;
import dev.migrate.schema.NativeType;
import dev.migrate.schema.SimpleType;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Which columns can have a collation.
 *
 * @see <a href="https://www.postgresql.org/docs/current/collation.html">23.2 Collation Support in
 *     the manual</a>
 */
final class PostgresqlCollations {

  private static final Set<String> TEXTS = Set.of("text", "varchar", "bpchar", "name", "char");

  private static final Pattern WORD = Pattern.compile("[a-z_][a-z0-9_]*");

  private PostgresqlCollations() {}

  /** The column without a collation that its type cannot have. */
  static Column of(Column column, List<DialectName> names) {
    return column.collation().isEmpty() || isPossible(column.type().on(names))
        ? column
        : column.withCollation(Optional.empty());
  }

  /** Whether only a mistake can have given a column of this type a collation. */
  static boolean isSurelyWithout(DataType type) {
    return !(type instanceof EnumReference || type instanceof NativeType) && !isPossible(type);
  }

  /** Types that others made may have one. */
  private static boolean isPossible(DataType type) {
    if (type instanceof ArrayType array) {
      return isPossible(array.element());
    } else if (type instanceof NativeType unknown) {
      Matcher word = WORD.matcher(unknown.sql().strip().toLowerCase(Locale.ROOT));
      return !word.lookingAt()
          || TEXTS.contains(word.group())
          || !PostgresqlReservedWords.TYPES.contains(word.group());
    }
    return type == SimpleType.TEXT || type instanceof CharacterType;
  }
}
