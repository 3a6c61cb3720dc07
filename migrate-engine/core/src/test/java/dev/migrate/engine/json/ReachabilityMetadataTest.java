package dev.migrate.engine.json;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.migrate.Recording;
import dev.migrate.operation.CreateTable;
import dev.migrate.operation.Operation;
import dev.migrate.schema.Column;
import dev.migrate.schema.Constraint;
import dev.migrate.schema.DataType;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Wrapper;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A native image keeps for reflection what the metadata in the jar names: every type that a {@link
 * Shape} is made of, and the connection that code in a revision gets. Current versions of GraalVM
 * read {@code reachability-metadata.json}, those before JDK 23 the other two files. {@code
 * -Dgolden.write=true} writes them.
 */
class ReachabilityMetadataTest {

  private static final String FOLDER = "META-INF/native-image/dev.migrate/migrate-engine/";
  private static final String SHAPES = "dev.migrate.engine.json.Shape";
  private static final String CODE = "dev.migrate.engine.execute.CodeConnection";
  private static final String MEMBERS =
      "\"allDeclaredConstructors\": true, \"allDeclaredMethods\": true";
  private static final String METHODS = "\"allPublicMethods\": true";

  /** What the guarded connection passes on: its own methods, and those of an object. */
  private static final List<Class<?>> CALLED =
      List.of(Connection.class, Object.class, Wrapper.class);

  private final Set<Class<?>> types = new TreeSet<>(Comparator.comparing(Class::getName));

  ReachabilityMetadataTest() {
    collect(Recording.class);
    collect(Operation.class);
  }

  /** The types whose shapes a shape asks for, as it asks for them. */
  private void collect(Type type) {
    if (type instanceof ParameterizedType container) {
      Arrays.stream(container.getActualTypeArguments()).forEach(this::collect);
    } else if (type instanceof Class<?> plain && isOurs(plain) && types.add(plain)) {
      Shape shape = Shapes.of(plain);
      if (shape instanceof RecordShape) {
        Arrays.stream(plain.getRecordComponents())
            .map(RecordComponent::getGenericType)
            .forEach(this::collect);
      } else if (shape instanceof KindShape) {
        Arrays.stream(plain.getPermittedSubclasses()).forEach(this::collect);
      }
    }
  }

  private static boolean isOurs(Class<?> type) {
    return type.getName().startsWith("dev.migrate.");
  }

  private static boolean isRecord(Class<?> type) {
    return Shapes.of(type) instanceof RecordShape;
  }

  private static boolean isFamily(Class<?> type) {
    return Shapes.of(type) instanceof KindShape;
  }

  @Test
  void theOperationsAndWhatTheyAreMadeOfAreFound() {
    assertThat(types)
        .contains(Operation.class.getPermittedSubclasses())
        .contains(DataType.class.getPermittedSubclasses())
        .contains(Constraint.class.getPermittedSubclasses())
        .contains(Recording.class, Recording.Downgrade.class, Column.class, Operation.class);
    assertThat(types.stream().filter(ReachabilityMetadataTest::isRecord))
        .hasSizeGreaterThan(Operation.class.getPermittedSubclasses().length + 30)
        .contains(CreateTable.class, Column.class);
  }

  /** Of a family its kinds are listed, of a record its components; the rest is only named. */
  @Test
  void currentVersionsFindEveryType() throws IOException {
    List<String> entries = new ArrayList<>();
    for (Class<?> type : types) {
      entries.add(
          reached(SHAPES, "\"type\": " + quoted(type) + (isRecord(type) ? ", " + MEMBERS : "")));
    }
    for (Class<?> type : CALLED) {
      entries.add(reached(CODE, "\"type\": " + quoted(type) + ", " + METHODS));
    }
    entries.add(reached(CODE, "\"type\": {\"proxy\": [" + quoted(Connection.class) + "]}"));

    requireWritten(
        "reachability-metadata.json",
        "{\n  \"reflection\": [\n" + lines("    ", entries) + "\n  ]\n}\n");
  }

  @Test
  void versionsBeforeJdk23FindEveryType() throws IOException {
    List<String> entries = new ArrayList<>();
    for (Class<?> type : types) {
      String more = isRecord(type) ? ", \"allRecordComponents\": true, " + MEMBERS : "";
      more += isFamily(type) ? ", \"allPermittedSubclasses\": true" : "";
      entries.add(reachable(SHAPES, "\"name\": " + quoted(type) + more));
    }
    for (Class<?> type : CALLED) {
      entries.add(reachable(CODE, "\"name\": " + quoted(type) + ", " + METHODS));
    }

    requireWritten("reflect-config.json", "[\n" + lines("  ", entries) + "\n]\n");
    requireWritten(
        "proxy-config.json",
        "[\n  " + reachable(CODE, "\"interfaces\": [" + quoted(Connection.class) + "]") + "\n]\n");
  }

  /** The text in the jar, read by itself: this is what a builder of images sees. */
  @ParameterizedTest
  @ValueSource(strings = {"reachability-metadata.json", "reflect-config.json"})
  void everyOperationIsNamedInTheJar(String file) throws IOException {
    String text;
    try (InputStream stream =
        RecordShape.class.getClassLoader().getResourceAsStream(FOLDER + file)) {
      assertThat(stream).as(file).isNotNull();
      text = new String(stream.readAllBytes(), UTF_8);
    }
    Set<String> complete = named(text, line -> line.contains(MEMBERS));

    assertThat(complete)
        .containsAll(
            Stream.of(Operation.class.getPermittedSubclasses()).map(Class::getName).toList());
    assertThat(named(text, line -> true)).allSatisfy(name -> Class.forName(name));
  }

  private static Set<String> named(String text, Predicate<String> which) {
    Pattern name = Pattern.compile("\"(?:type|name)\": \"([^\"]+)\"");
    Set<String> names = new TreeSet<>();
    text.lines()
        .filter(which)
        .forEach(line -> name.matcher(line).results().forEach(found -> names.add(found.group(1))));
    return names;
  }

  private static String quoted(Class<?> type) {
    return '"' + type.getName() + '"';
  }

  private static String reached(String condition, String entry) {
    return "{\"condition\": {\"typeReached\": \"" + condition + "\"}, " + entry + "}";
  }

  private static String reachable(String condition, String entry) {
    return "{\"condition\": {\"typeReachable\": \"" + condition + "\"}, " + entry + "}";
  }

  private static String lines(String indentation, List<String> entries) {
    return indentation + String.join(",\n" + indentation, entries);
  }

  private static void requireWritten(String name, String text) throws IOException {
    Path file = Path.of("src/main/resources", FOLDER, name);
    if (Boolean.getBoolean("golden.write")) {
      Files.createDirectories(file.getParent());
      Files.writeString(file, text);
    }
    assertThat(file).as("metadata; -Dgolden.write=true writes it").exists();
    assertThat(Files.readString(file)).isEqualTo(text);
  }
}
