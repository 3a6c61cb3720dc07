package dev.migrate.dialect.mysql;

import dev.migrate.schema.BinaryType;
import dev.migrate.schema.CharacterType;
import dev.migrate.schema.Column;
import dev.migrate.schema.DataType;
import dev.migrate.schema.DecimalType;
import dev.migrate.schema.EnumLabels;
import dev.migrate.schema.EnumReference;
import dev.migrate.schema.NativeType;
import dev.migrate.schema.SimpleType;
import dev.migrate.schema.Table;
import dev.migrate.schema.TimeType;
import dev.migrate.schema.TimestampType;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Which columns a foreign key can compare: those that InnoDB keeps in the same way. */
record MysqlComparison(MysqlDefinitions definitions) {

  /** Kept as bytes whose order is that of the values. */
  private static final String BYTES = "bytes";

  private static final String TEXT = "text";

  /** A native type of which nothing is known. */
  private static final String UNKNOWN = "?";

  private static final Pattern NATIVE =
      Pattern.compile(
          "((?:tiny|small|medium|big)?int|integer|varchar|char)\\b.*?(\\bunsigned\\b.*)?",
          Pattern.DOTALL);

  boolean isPossible(Table table, Column from, Table target, Column to) {
    String one = kind(from);
    String other = kind(to);
    if (one.equals(UNKNOWN) || other.equals(UNKNOWN)) {
      return true;
    }
    return one.equals(other) && (!one.equals(TEXT) || areAlike(table, from, target, to));
  }

  /** Where one of them has the database's collation, nothing is sure. */
  private boolean areAlike(Table table, Column from, Table target, Column to) {
    Optional<String> one = collation(table, from);
    Optional<String> other = collation(target, to);
    if (one.isEmpty() || other.isEmpty() || one.equals(other)) {
      return true;
    }
    String set = characterSet(one.get());
    boolean isSet = one.get().equals(set) || other.get().equals(characterSet(other.get()));
    return set.equals(characterSet(other.get())) && isSet;
  }

  private Optional<String> collation(Table table, Column column) {
    MysqlTableOptions options = MysqlTableOptions.of(table, definitions.dialects());
    return column
        .collation()
        .map(MysqlCollations::plain)
        .or(options::collation)
        .or(options::characterSet);
  }

  private static String characterSet(String collation) {
    return collation.replaceFirst("_.*", "");
  }

  private String kind(Column column) {
    DataType type = column.type().on(definitions.dialects());
    if (type instanceof CharacterType) {
      return TEXT;
    } else if (type instanceof EnumLabels || type instanceof EnumReference) {
      return "enum";
    } else if (type instanceof SimpleType simple) {
      return kind(simple);
    }
    boolean bytes =
        type instanceof BinaryType
            || type instanceof DecimalType
            || type instanceof TimestampType
            || type instanceof TimeType;
    return bytes ? BYTES : type instanceof NativeType other ? kind(other.sql()) : UNKNOWN;
  }

  private String kind(SimpleType type) {
    return switch (type) {
      case BOOLEAN -> "tinyint";
      case INTEGER -> "int";
      case UUID -> BYTES;
      default -> type.name().toLowerCase(Locale.ROOT);
    };
  }

  private static String kind(String sql) {
    Matcher known = NATIVE.matcher(sql.strip().toLowerCase(Locale.ROOT));
    if (!known.matches()) {
      return UNKNOWN;
    }
    String name = known.group(1).replace("integer", "int");
    return name.endsWith("char") ? TEXT : name + (known.group(2) == null ? "" : " unsigned");
  }
}
