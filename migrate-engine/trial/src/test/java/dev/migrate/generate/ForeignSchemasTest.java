package dev.migrate.generate;

import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.migrate.dialect.ScriptStatement;
import dev.migrate.testkit.dialect.sample.NativeSchema;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * Schemas that others made become revisions that compile; where they are, the stamp is accepted and
 * nothing differs, and an empty database becomes the same.
 */
class ForeignSchemasTest {

  @TempDir Path folder;

  @TestFactory
  Stream<DynamicTest> h2() {
    return tests(MemoryEngine.H2, ForeignSchemas.h2(), "h2");
  }

  @TestFactory
  Stream<DynamicTest> sqlite() {
    return tests(MemoryEngine.SQLITE, ForeignSchemas.sqlite(), "sqlite");
  }

  @TestFactory
  Stream<DynamicTest> postgresql() {
    return tests(ServerEngine.POSTGRESQL, ForeignSchemas.postgresql(), "postgresql");
  }

  @TestFactory
  Stream<DynamicTest> mariadb() {
    return tests(ServerEngine.MARIADB, ForeignSchemas.mariadb(), "mariadb");
  }

  private Stream<DynamicTest> tests(TestEngine engine, List<NativeSchema> schemas, String own) {
    List<DynamicTest> tests = new ArrayList<>();
    schemas.forEach(
        schema ->
            tests.add(
                dynamicTest(schema.name(), () -> requireAdopted(engine, schema.statements()))));
    for (String script : List.of("shop", "cinema")) {
      tests.add(
          dynamicTest(
              script,
              () ->
                  requireAdopted(
                      engine,
                      engine
                          .dialect()
                          .scriptFormat()
                          .statements(resource("foreign/" + script + "-" + own + ".sql"))
                          .stream()
                          .map(ScriptStatement::sql)
                          .toList())));
    }
    return tests.stream();
  }

  private void requireAdopted(TestEngine engine, List<String> statements) throws Exception {
    try (AdoptedDatabase adopted = new AdoptedDatabase(engine, statements)) {
      Path sources = Files.createTempDirectory(folder, "adopted");
      adopted.requireAdopted(Baseline.from(adopted.database()), sources);
    }
  }

  private static String resource(String name) {
    try (InputStream stream = ForeignSchemasTest.class.getResourceAsStream("/" + name)) {
      if (stream == null) {
        throw new IllegalArgumentException("no resource " + name);
      }
      return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }
}
