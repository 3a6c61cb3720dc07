package dev.migrate.dialect.ansi;

import dev.migrate.error.UnsupportedByDialectException;
import dev.migrate.schema.ArrayType;
import dev.migrate.schema.BinaryType;
import dev.migrate.schema.CharacterType;
import dev.migrate.schema.DataTypeVisitor;
import dev.migrate.schema.DecimalType;
import dev.migrate.schema.EnumLabels;
import dev.migrate.schema.EnumReference;
import dev.migrate.schema.NativeType;
import dev.migrate.schema.Schema;
import dev.migrate.schema.SimpleType;
import dev.migrate.schema.TimeType;
import dev.migrate.schema.TimestampType;
import dev.migrate.schema.VaryingType;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Types in standard SQL. Immutable; made for one statement by {@link AnsiDefinitions#types}.
 *
 * <p>{@code UUID} is not in the standard, but most engines have it by this name.
 */
public class AnsiTypes implements DataTypeVisitor<String> {

  private static final Pattern QUOTED = Pattern.compile("'(?:[^']|'')*'|\"(?:[^\"]|\"\")*\"");

  private static final Pattern MORE_THAN_A_TYPE =
      Pattern.compile(
          "\\b(?:not null|null|default|generated|auto_increment|identity|primary key|unique|check"
              + "|references|collate|constraint)\\b");

  /** The words around the types. */
  protected final AnsiDefinitions definitions;

  /** The schema at the statement, which knows the enum types. */
  protected final Schema schema;

  /**
   * Creates the types.
   *
   * @param definitions the words around the types
   * @param schema the schema at the statement, which knows the enum types
   */
  public AnsiTypes(AnsiDefinitions definitions, Schema schema) {
    this.definitions = definitions;
    this.schema = schema;
  }

  @Override
  public String visit(SimpleType type) {
    return switch (type) {
      case BOOLEAN -> "BOOLEAN";
      case SMALLINT -> "SMALLINT";
      case INTEGER -> "INTEGER";
      case BIGINT -> "BIGINT";
      case REAL -> "REAL";
      case DOUBLE_PRECISION -> "DOUBLE PRECISION";
      case TEXT -> "CHARACTER LARGE OBJECT";
      case BLOB -> "BLOB";
      case DATE -> "DATE";
      case UUID -> "UUID";
      case JSON -> "JSON";
    };
  }

  @Override
  public String visit(DecimalType type) {
    return "DECIMAL(" + type.precision() + ", " + type.scale() + ")";
  }

  @Override
  public String visit(CharacterType type) {
    return (type.fixed() ? "CHARACTER(" : "VARCHAR(") + type.length() + ")";
  }

  @Override
  public String visit(BinaryType type) {
    return "VARBINARY(" + type.length() + ")";
  }

  @Override
  public String visit(TimeType type) {
    return "TIME(" + type.digits() + ")";
  }

  @Override
  public String visit(TimestampType type) {
    return "TIMESTAMP(" + type.digits() + ")" + (type.withTimeZone() ? " WITH TIME ZONE" : "");
  }

  @Override
  public String visit(EnumReference type) {
    throw noEnums("the enum type " + type.type());
  }

  @Override
  public String visit(EnumLabels type) {
    throw noEnums("the enum " + type.labels());
  }

  @Override
  public String visit(ArrayType type) {
    return type.element().accept(this) + " ARRAY";
  }

  @Override
  public String visit(NativeType type) {
    return type.sql();
  }

  /**
   * Refuses a native type that makes more than a type of a column, such as a sequence or a
   * constraint, which the model would not know.
   *
   * @param serials words that no type is, but a short form for an identity column
   */
  protected final void requireTypeAlone(NativeType type, Set<String> serials) {
    String sql = QUOTED.matcher(type.sql()).replaceAll("''").strip().toLowerCase(Locale.ROOT);
    if (serials.contains(sql)) {
      throw definitions.unsupported(
          "the type " + type.sql(), "write column(\"…\", bigint()).identity()");
    }
    Matcher more = MORE_THAN_A_TYPE.matcher(sql);
    if (more.find()) {
      throw definitions.unsupported(
          "the type " + type.sql() + ", which says more than a type,",
          "leave \""
              + more.group()
              + "\" out, and write notNull(), defaultTo(…), identity(),"
              + " collate(…) or a constraint instead");
    }
  }

  @Override
  public String visit(VaryingType type) {
    return type.on(definitions.dialects()).accept(this);
  }

  private UnsupportedByDialectException noEnums(String what) {
    return definitions.unsupported(
        what, "make the column varchar(…), and add check(\"… IN ('…', '…')\")");
  }
}
