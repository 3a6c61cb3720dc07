package dev.migrate.spring;

import static org.assertj.core.api.Assertions.assertThat;

import com.jayway.jsonpath.JsonPath;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.RecordComponent;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.DefaultValue;

/** What editors are told of the properties is complete and true. */
class MetadataTest {

  private static final String FILE = "META-INF/spring-configuration-metadata.json";

  private record Property(String name, String type, String standard) {}

  @Test
  void everyPropertyHasADescriptionATypeAndADefault() throws IOException {
    List<Map<String, Object>> described = JsonPath.read(text(), "$.properties");
    List<Property> properties = properties("migrate.", MigrateProperties.class);

    assertThat(described)
        .extracting(each -> each.get("name"))
        .containsAll(properties.stream().map(Property::name).toList())
        .contains(DbRun.MIGRATOR)
        .hasSize(properties.size() + 1);
    for (Map<String, Object> each : described) {
      assertThat((String) each.get("description")).as(each.toString()).endsWith(".");
      properties.stream()
          .filter(property -> property.name().equals(each.get("name")))
          .forEach(
              property -> {
                assertThat(each.get("type")).as(each.toString()).isEqualTo(property.type());
                assertThat(String.valueOf(each.getOrDefault("defaultValue", "")))
                    .as(each.toString())
                    .isEqualTo(property.standard());
              });
    }
  }

  @Test
  void theValuesOfOnStartAreListed() throws IOException {
    assertThat(JsonPath.<List<String>>read(text(), "$.hints[0].values[*].value"))
        .containsExactly("upgrade", "check", "none");
    assertThat(OnStart.values()).hasSize(3);
  }

  private static String text() throws IOException {
    ClassLoader loader = MigrateProperties.class.getClassLoader();
    for (var url : java.util.Collections.list(loader.getResources(FILE))) {
      try (InputStream in = url.openStream()) {
        String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
        if (text.contains("\"migrate.on-start\"")) {
          return text;
        }
      }
    }
    throw new AssertionError("there is no " + FILE);
  }

  private static List<Property> properties(String prefix, Class<?> type) {
    List<Property> properties = new ArrayList<>();
    for (RecordComponent each : type.getRecordComponents()) {
      String name = prefix + each.getName().replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT);
      if (each.getType().isRecord()) {
        properties.addAll(properties(name + ".", each.getType()));
      } else {
        DefaultValue standard =
            type.getDeclaredConstructors()[0].getParameters()[properties.size()].getAnnotation(
                DefaultValue.class);
        String text = standard == null ? "" : String.join(",", standard.value());
        properties.add(new Property(name, each.getGenericType().getTypeName(), text));
      }
    }
    return properties;
  }
}
