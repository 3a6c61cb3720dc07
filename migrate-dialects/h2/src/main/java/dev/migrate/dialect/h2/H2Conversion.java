package dev.migrate.dialect.h2;

import dev.migrate.schema.ArrayType;
import dev.migrate.schema.BinaryType;
import dev.migrate.schema.CharacterType;
import dev.migrate.schema.Column;
import dev.migrate.schema.DataType;
import dev.migrate.schema.NativeType;
import dev.migrate.schema.SimpleType;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * How values get another type. H2 converts most of them by itself. To it a text that becomes JSON
 * is a JSON string, quotes and all, so that it is a document has to be stated; and large objects
 * and documents need a step in between.
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
    String column = definitions.names().name(before.name());
    return isParsed(from, to)
        ? Optional.of(column + " FORMAT JSON")
        : between(from, to).map(step -> "CAST(" + column + " AS " + step + ")");
  }

  /**
   * H2 does not convert a large object or a document into a number, a time, an enum or a UUID
   * (error 22018), but converts it into a text or bytes, and these into all of them.
   */
  private static Optional<String> between(DataType from, DataType to) {
    if (to == SimpleType.JSON || isBytes(to) || to instanceof ArrayType || !isKnown(to)) {
      return Optional.empty();
    } else if (from == SimpleType.BLOB) {
      return Optional.of("VARBINARY").filter(bytes -> to != SimpleType.TEXT);
    }
    boolean isText = to == SimpleType.TEXT || to instanceof CharacterType;
    return Optional.of("VARCHAR")
        .filter(text -> !isText && (from == SimpleType.TEXT || from == SimpleType.JSON));
  }

  private static boolean isBytes(DataType type) {
    return type == SimpleType.BLOB || type instanceof BinaryType;
  }

  private static boolean isKnown(DataType type) {
    return !(type instanceof NativeType);
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
