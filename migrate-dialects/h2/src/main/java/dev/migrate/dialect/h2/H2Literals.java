package dev.migrate.dialect.h2;

import dev.migrate.dialect.ansi.AnsiLiterals;
import dev.migrate.schema.DataType;
import dev.migrate.schema.Literal;
import dev.migrate.schema.SimpleType;

/** How H2 writes constants. */
final class H2Literals extends AnsiLiterals {

  /**
   * To H2, text in a JSON column is a JSON string, quotes and all; a document has to be marked as
   * one: <a href="https://h2database.com/html/grammar.html#json">JSON literals</a>.
   */
  @Override
  public String literal(Literal literal, DataType type) {
    return H2Conversion.own(type) == SimpleType.JSON && literal.kind() == Literal.Kind.TEXT
        ? typed("JSON", literal.text())
        : super.literal(literal, type);
  }
}
