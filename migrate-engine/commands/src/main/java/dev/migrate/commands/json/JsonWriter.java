package dev.migrate.commands.json;

import java.io.StringWriter;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.PrettyPrinter;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.json.JsonWriteFeature;
import tools.jackson.core.util.DefaultIndenter;
import tools.jackson.core.util.DefaultPrettyPrinter;
import tools.jackson.core.util.Separators;

/** Writes JSON, one key a line, and ASCII alone so that no terminal or pipe changes it. */
final class JsonWriter {

  private static final class Factory {
    static final JsonFactory INSTANCE =
        JsonFactory.builder().enable(JsonWriteFeature.ESCAPE_NON_ASCII).build();
  }

  private static final class Indented extends ObjectWriteContext.Base {

    @Override
    public PrettyPrinter getPrettyPrinter() {
      DefaultIndenter indenter = new DefaultIndenter("  ", "\n");
      Separators separators =
          Separators.createDefaultInstance()
              .withObjectNameValueSpacing(Separators.Spacing.AFTER)
              .withObjectEmptySeparator("")
              .withArrayEmptySeparator("");
      return new DefaultPrettyPrinter(separators)
          .withObjectIndenter(indenter)
          .withArrayIndenter(indenter);
    }

    @Override
    public boolean hasPrettyPrinter() {
      return true;
    }
  }

  private JsonWriter() {}

  static String text(JsonObject object) {
    StringWriter text = new StringWriter();
    try (JsonGenerator generator = Factory.INSTANCE.createGenerator(new Indented(), text)) {
      write(object, generator);
    }
    return text.toString();
  }

  private static void write(JsonObject object, JsonGenerator generator) {
    generator.writeStartObject();
    for (String key : object.keys()) {
      generator.writeName(key);
      write(object.value(key), generator);
    }
    generator.writeEndObject();
  }

  private static void write(@Nullable Object value, JsonGenerator generator) {
    if (value == null) {
      generator.writeNull();
    } else if (value instanceof JsonObject object) {
      write(object, generator);
    } else if (value instanceof List<?> list) {
      generator.writeStartArray();
      list.forEach(each -> write((@Nullable Object) each, generator));
      generator.writeEndArray();
    } else if (value instanceof Boolean truth) {
      generator.writeBoolean(truth);
    } else if (value instanceof Integer number) {
      generator.writeNumber(number);
    } else if (value instanceof Long number) {
      generator.writeNumber(number);
    } else {
      generator.writeString(value.toString());
    }
  }
}
