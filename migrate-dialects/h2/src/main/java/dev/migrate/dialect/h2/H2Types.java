package dev.migrate.dialect.h2;

import dev.migrate.dialect.ansi.AnsiDefinitions;
import dev.migrate.dialect.ansi.AnsiTypes;
import dev.migrate.schema.EnumLabels;
import dev.migrate.schema.EnumReference;
import dev.migrate.schema.NativeType;
import dev.migrate.schema.Schema;
import dev.migrate.schema.SimpleType;
import java.util.Set;

/** How H2 writes types. */
final class H2Types extends AnsiTypes {

  /** No types, but a short form for a whole number, a sequence and a key. */
  private static final Set<String> SERIAL =
      Set.of("smallserial", "serial", "bigserial", "serial2", "serial4", "serial8", "identity");

  H2Types(AnsiDefinitions definitions, Schema schema) {
    super(definitions, schema);
  }

  /** H2 knows the type by its short name too, but not in its PostgreSQL mode. */
  @Override
  public String visit(SimpleType type) {
    return type == SimpleType.BLOB ? "BINARY LARGE OBJECT" : super.visit(type);
  }

  @Override
  public String visit(NativeType type) {
    requireTypeAlone(type, SERIAL);
    return super.visit(type);
  }

  /** H2 has no enum types of their own; each column repeats the labels. */
  @Override
  public String visit(EnumReference type) {
    return visit(new EnumLabels(schema.enumType(type.type()).labels()));
  }

  @Override
  public String visit(EnumLabels type) {
    H2Enums.requirePossible(definitions, type.labels());
    return "ENUM("
        + String.join(", ", type.labels().stream().map(definitions.literals()::text).toList())
        + ")";
  }
}
