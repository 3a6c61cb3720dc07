package dev.migrate.engine.json;

import dev.migrate.schema.DialectName;
import dev.migrate.schema.QualifiedName;

/** A value that is written as one text. */
abstract class TextShape extends Shape {

  static final TextShape STRING =
      new TextShape() {
        @Override
        String text(Object value) {
          return (String) value;
        }

        @Override
        Object parse(String text) {
          return text;
        }
      };

  static final TextShape QUALIFIED_NAME =
      new TextShape() {
        @Override
        String text(Object value) {
          return value.toString();
        }

        @Override
        Object parse(String text) {
          return QualifiedName.of(text);
        }
      };

  static final TextShape DIALECT_NAME =
      new TextShape() {
        @Override
        String text(Object value) {
          return ((DialectName) value).value();
        }

        @Override
        Object parse(String text) {
          return new DialectName(text);
        }
      };

  private TextShape() {}

  abstract String text(Object value);

  abstract Object parse(String text);

  @Override
  void write(Object value, JsonOutput out) {
    out.quote(text(value));
  }

  @Override
  Object read(JsonSource source) {
    String text = source.text();
    return source.make(() -> parse(text));
  }
}
