package dev.migrate.dialect.h2;

import dev.migrate.schema.ArrayType;
import dev.migrate.schema.CharacterType;
import dev.migrate.schema.Column;
import dev.migrate.schema.DataType;
import dev.migrate.schema.NativeType;
import dev.migrate.schema.SimpleType;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * How values get another type. H2 converts by itself, but to it a text that becomes JSON is a JSON
 * string, quotes and all; that it is a document has to be stated.
 *
 * @see <a href="https://h2database.com/html/grammar.html#term">FORMAT JSON in H2's grammar</a>
 */
record H2Conversion(H2Definitions definitions) {

  private static final Pattern TEXT =
      Pattern.compile("(?:CHARACTER|VARCHAR|N?TEXT|TINYTEXT|MEDIUMTEXT|LONGTEXT)");

  /** What computes the new value; empty if H2 knows. */
  Optional<String> using(String table, Column before, DataType type) {
    DataType from = own(before.type().on(definitions.dialects()));
    DataType to = own(type.on(definitions.dialects()));
    if (from instanceof ArrayType list
        && to instanceof ArrayType other
        && isParsed(own(list.element()), own(other.element()))) {
      throw definitions.unsupported(
          "the type "
              + to
              + " instead of "
              + from
              + " for the column "
              + table
              + "."
              + before.name(),
          "add a column of the new type, fill it with op.run(code(…)), and drop the old one");
    }
    return isParsed(from, to)
        ? Optional.of(definitions.names().name(before.name()) + " FORMAT JSON")
        : Optional.empty();
  }

  /** Whether a default means something else as a value of the new type. */
  boolean isOtherDefault(Column before, DataType type) {
    boolean was = own(before.type().on(definitions.dialects())) == SimpleType.JSON;
    return was != (own(type.on(definitions.dialects())) == SimpleType.JSON);
  }

  private static boolean isParsed(DataType from, DataType to) {
    boolean isText =
        from == SimpleType.TEXT
            || from instanceof CharacterType
            || (from instanceof NativeType unknown && TEXT.matcher(unknown.sql()).lookingAt());
    return isText && to == SimpleType.JSON;
  }

  /** The type that a native one means. */
  static DataType own(DataType type) {
    return type instanceof NativeType unknown ? H2TypeReader.read(unknown.sql()) : type;
  }
}
