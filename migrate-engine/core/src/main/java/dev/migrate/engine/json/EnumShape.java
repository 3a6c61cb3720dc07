package dev.migrate.engine.json;

import java.util.Locale;

/** One of a few words: the name of the constant in lower case. */
final class EnumShape extends Shape {

  private final Class<?> type;

  EnumShape(Class<?> type) {
    this.type = type;
  }

  static String word(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT);
  }

  @Override
  void write(Object value, JsonOutput out) {
    out.quote(word((Enum<?>) value));
  }

  @Override
  Object read(JsonSource source) {
    String text = source.text();
    for (Object constant : type.getEnumConstants()) {
      if (word((Enum<?>) constant).equals(text)) {
        return constant;
      }
    }
    throw source.unknown("the word", text, "of " + KindShape.kind(type));
  }
}
