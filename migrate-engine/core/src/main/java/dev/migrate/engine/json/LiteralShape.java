package dev.migrate.engine.json;

import dev.migrate.schema.Literal;
import dev.migrate.schema.Literal.Kind;
import java.util.HashMap;
import java.util.Map;

/**
 * A constant: null, true, false, a number with its scale, and text as JSON has them; the other
 * kinds as an object with one field, such as <code>{"date":"2026-01-31"}</code>.
 */
final class LiteralShape extends Shape {

  @Override
  void write(Object value, JsonOutput out) {
    Literal literal = (Literal) value;
    switch (literal.kind()) {
      case NULL -> out.append(JsonOutput.ascii("null"));
      case BOOLEAN, NUMBER -> out.append(JsonOutput.ascii(literal.text()));
      case TEXT -> out.quote(literal.text());
      default -> {
        out.append('{');
        out.quote(EnumShape.word(literal.kind()));
        out.append(':');
        out.quote(literal.text());
        out.append('}');
      }
    }
  }

  /** How the kinds that JSON does not have are read, by their names. */
  static Map<String, Shape> kinds() {
    Map<String, Shape> kinds = new HashMap<>();
    for (Kind kind : Kind.values()) {
      if (kind.compareTo(Kind.TEXT) > 0) {
        kinds.put(EnumShape.word(kind), new OfKind(kind));
      }
    }
    return kinds;
  }

  @Override
  Object read(JsonSource source) {
    if (source.isObject()) {
      return source.kind(kinds(), "of literal");
    } else if (source.isNull()) {
      return Literal.NULL;
    } else if (source.isBool()) {
      return Literal.of(source.bool());
    } else if (source.isText()) {
      return of(Kind.TEXT, source.text(), source);
    }
    String number = source.number();
    if (number.indexOf('e') >= 0 || number.indexOf('E') >= 0) {
      throw source.damaged("the number " + number + " has an exponent");
    }
    return of(Kind.NUMBER, number, source);
  }

  private static Object of(Kind kind, String text, JsonSource source) {
    return source.make(() -> new Literal(kind, text));
  }

  /** A literal of one kind, by its text alone. */
  private static final class OfKind extends Shape {

    private final Kind kind;

    OfKind(Kind kind) {
      this.kind = kind;
    }

    @Override
    void write(Object value, JsonOutput out) {
      throw new IllegalStateException("only read");
    }

    @Override
    Object read(JsonSource source) {
      return of(kind, source.text(), source);
    }
  }
}
