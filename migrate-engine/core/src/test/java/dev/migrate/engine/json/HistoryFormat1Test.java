package dev.migrate.engine.json;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migrate.Recording;
import dev.migrate.Recording.Downgrade;
import dev.migrate.operation.Operation;
import dev.migrate.schema.ColumnChange;
import dev.migrate.schema.Constraint;
import dev.migrate.schema.DataType;
import dev.migrate.schema.DefaultValue;
import dev.migrate.schema.Literal;
import dev.migrate.schema.SequenceChange;
import java.io.IOException;
import java.lang.invoke.MethodType;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What format 1 looks like: one file for each kind of operation, one line for each sample. A file
 * never changes once it was released. {@code -Dgolden.write=true} writes them.
 */
class HistoryFormat1Test {

  private static final Path FILES = Path.of("src/test/resources/history-format-1");

  static Stream<Class<?>> operations() {
    return Stream.of(Operation.class.getPermittedSubclasses());
  }

  static Stream<Class<?>> kinds() {
    return Stream.of(
            Operation.class,
            DataType.class,
            DefaultValue.class,
            Constraint.class,
            ColumnChange.class,
            SequenceChange.class)
        .flatMap(family -> Stream.of(family.getPermittedSubclasses()));
  }

  @ParameterizedTest
  @MethodSource("operations")
  void operationIsWrittenAsInTheGoldenFile(Class<?> kind) throws IOException {
    List<Operation> samples = samples(kind);
    assertThat(samples).as("samples of " + kind.getSimpleName() + " in Samples").isNotEmpty();
    Path file = FILES.resolve(KindShape.kind(kind) + ".json");
    String lines = String.join(",\n", samples.stream().map(HistoryFormat1Test::written).toList());
    if (Boolean.getBoolean("golden.write")) {
      Files.createDirectories(FILES);
      Files.writeString(file, "[\n" + lines + "\n]\n");
    }
    assertThat(file).as("golden file; -Dgolden.write=true writes it").exists();
    assertThat(Files.readString(file)).isEqualTo("[\n" + lines + "\n]\n");
  }

  @ParameterizedTest
  @MethodSource("operations")
  void goldenFileIsRead(Class<?> kind) throws IOException {
    String json = Files.readString(FILES.resolve(KindShape.kind(kind) + ".json"));

    Recording read = RecordingJson.read("{\"upgrade\":" + json + "}", 1);

    assertThat(read.upgrade()).isEqualTo(samples(kind));
  }

  @ParameterizedTest
  @MethodSource("kinds")
  void kindOccursInAGoldenFile(Class<?> kind) throws IOException {
    if (kind == Literal.class || kind.isEnum()) {
      return;
    }
    StringBuilder all = new StringBuilder();
    try (Stream<Path> files = Files.list(FILES)) {
      for (Path file : files.toList()) {
        all.append(Files.readString(file));
      }
    }
    assertThat(all.toString()).contains("{\"" + KindShape.kind(kind) + "\":");
  }

  @Test
  void everyGoldenFileBelongsToAnOperation() throws IOException {
    try (Stream<Path> files = Files.list(FILES)) {
      assertThat(files.map(file -> file.getFileName().toString()))
          .containsExactlyInAnyOrderElementsOf(
              operations().map(kind -> KindShape.kind(kind) + ".json").toList());
    }
  }

  @Test
  void kindsOfLiteralsAreNoKindsOfDefaults() {
    List<String> names =
        new ArrayList<>(
            Stream.of(DefaultValue.class.getPermittedSubclasses()).map(KindShape::kind).toList());
    names.retainAll(LiteralShape.kinds().keySet());
    assertThat(names).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("standards")
  void standardBelongsToAComponent(FormatRules.Standard standard) throws Exception {
    Class<?> type = standard.record().getMethod(standard.component()).getReturnType();

    assertThat(MethodType.methodType(type).wrap().returnType())
        .isEqualTo(standard.value().getClass());
  }

  static List<FormatRules.Standard> standards() {
    return FormatRules.STANDARDS;
  }

  private static List<Operation> samples(Class<?> kind) {
    return RecordingSamples.all().stream().filter(kind::isInstance).toList();
  }

  private static String written(Operation operation) {
    String json = RecordingJson.write(new Recording(List.of(operation), Downgrade.DERIVED));
    return json.substring("{\"upgrade\":[".length(), json.length() - "]}".length());
  }
}
