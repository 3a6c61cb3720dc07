package dev.migrate.engine.json;

import dev.migrate.report.HistoryFormatException;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;

/**
 * A JSON text that is being read, standing at a token. Strict: what is not JSON, stands twice or
 * goes on after the end is refused. Every failure is a {@link HistoryFormatException} that names
 * the place. Not thread-safe.
 */
final class JsonSource {

  /** The depth at which the text cannot be meant; the deepest operation has less than 20 levels. */
  private static final int DEEPEST = 200;

  /** The digits at which a number cannot be meant; PostgreSQL, the most generous, has 147,455. */
  private static final int MOST_DIGITS = 150_000;

  /** Made when something is read for the first time: a start with nothing to do reads nothing. */
  private static final class Factory {
    static final JsonFactory INSTANCE =
        JsonFactory.builder()
            .streamReadConstraints(
                StreamReadConstraints.builder()
                    .maxNestingDepth(DEEPEST)
                    .maxNumberLength(MOST_DIGITS)
                    .maxStringLength(Integer.MAX_VALUE)
                    .build())
            .build();
  }

  private final JsonParser parser;

  private JsonSource(JsonParser parser) {
    this.parser = parser;
  }

  /** Reads a text that is one value of the shape and nothing else. */
  static Object read(String json, Shape shape) {
    try (JsonParser parser = Factory.INSTANCE.createParser(ObjectReadContext.empty(), json)) {
      JsonSource source = new JsonSource(parser);
      if (source.next() == null) {
        throw source.damaged("there is no text");
      }
      Object value = shape.read(source);
      if (source.next() != null) {
        throw source.damaged("the text goes on after its end");
      }
      return value;
    }
  }

  private @Nullable JsonToken next() {
    return parsed(parser::nextToken);
  }

  private boolean is(JsonToken token) {
    return parser.currentToken() == token;
  }

  boolean isObject() {
    return is(JsonToken.START_OBJECT);
  }

  boolean isText() {
    return is(JsonToken.VALUE_STRING);
  }

  boolean isBool() {
    return is(JsonToken.VALUE_TRUE) || is(JsonToken.VALUE_FALSE);
  }

  boolean isNull() {
    return is(JsonToken.VALUE_NULL);
  }

  String text() {
    require(isText(), "text");
    return parsed(parser::getString);
  }

  boolean bool() {
    require(isBool(), "true or false");
    return is(JsonToken.VALUE_TRUE);
  }

  /** A number as it is written. */
  String number() {
    require(is(JsonToken.VALUE_NUMBER_INT) || is(JsonToken.VALUE_NUMBER_FLOAT), "a number");
    return parsed(parser::getString);
  }

  /** Calls for each field, standing at its value. */
  void object(Consumer<String> field) {
    require(isObject(), "an object");
    Set<String> names = new HashSet<>();
    while (next() != JsonToken.END_OBJECT) {
      String name = parser.currentName();
      if (!names.add(name)) {
        throw damaged("the field " + name + " stands twice");
      }
      next();
      field.accept(name);
    }
  }

  /** Calls for each element, standing at it. */
  void array(Runnable element) {
    require(is(JsonToken.START_ARRAY), "an array");
    while (next() != JsonToken.END_ARRAY) {
      element.run();
    }
  }

  /** Reads an object with one field: the name of a kind, and what is of that kind. */
  Object kind(Map<String, Shape> kinds, String of) {
    if (next() == JsonToken.END_OBJECT) {
      throw damaged("the kind " + of + " is missing");
    }
    String name = parser.currentName();
    Shape shape = kinds.get(name);
    if (shape == null) {
      throw unknown("the kind", name, of);
    }
    next();
    Object value = shape.read(this);
    if (next() != JsonToken.END_OBJECT) {
      throw unknown("the field", parser.currentName(), "beside the kind " + name);
    }
    return value;
  }

  /** Makes a value that checks itself. */
  <T> T make(Supplier<T> value) {
    try {
      return value.get();
    } catch (RuntimeException refused) {
      throw damaged(String.valueOf(refused.getMessage()), refused);
    }
  }

  private <T extends @Nullable Object> T parsed(Supplier<T> token) {
    try {
      return token.get();
    } catch (JacksonException malformed) {
      throw damaged(String.valueOf(malformed.getMessage()), malformed);
    }
  }

  private void require(boolean condition, String expected) {
    if (!condition) {
      throw wrong(expected);
    }
  }

  HistoryFormatException wrong(String expected) {
    JsonToken token = parser.currentToken();
    String found =
        isObject()
            ? "an object"
            : is(JsonToken.START_ARRAY)
                ? "an array"
                : isText() ? "text" : isBool() || isNull() ? token.asString() : "a number";
    return damaged("there is " + found + " instead of " + expected);
  }

  HistoryFormatException unknown(String what, String name, String where) {
    return HistoryFormatException.unknown(
        what + " \"" + name + "\" " + where + " is unknown to this version", place());
  }

  HistoryFormatException damaged(String problem) {
    return HistoryFormatException.damaged(problem, place());
  }

  HistoryFormatException damaged(String problem, Throwable cause) {
    return HistoryFormatException.damaged(problem, place(), cause);
  }

  private String place() {
    return parser.streamReadContext().pathAsPointer().toString();
  }
}
