package dev.migrate.dialect.postgresql;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migrate.dialect.RenderContext;
import dev.migrate.dialect.Renderer;
import dev.migrate.dialect.Statement;
import dev.migrate.error.UnsupportedByDialectException;
import dev.migrate.operation.Operation;
import dev.migrate.schema.DialectName;
import dev.migrate.schema.Schema;
import dev.migrate.testkit.SampleOperations;
import dev.migrate.testkit.SampleOperations.Sample;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is true of the statements of every sample, without a database. */
class PostgresqlStatementsTest {

  private static final List<DialectName> NAMES = List.of(DialectName.POSTGRESQL);

  private static Renderer renderer(int major) {
    return new PostgresqlDialect("PostgreSQL " + major, major).renderer();
  }

  static List<Sample> samples() {
    return SampleOperations.all().stream().filter(sample -> !isRefused(sample, 18)).toList();
  }

  private static boolean isRefused(Sample sample, int major) {
    try {
      sample.preparation(renderer(major), NAMES);
      sample.statements(renderer(major), NAMES);
      return false;
    } catch (UnsupportedByDialectException refused) {
      return true;
    }
  }

  private static List<String> refused(int major) {
    return SampleOperations.all().stream()
        .filter(sample -> isRefused(sample, major))
        .map(Sample::toString)
        .toList();
  }

  @Test
  void areRefusedOnlyForTheseSamples() {
    assertThat(refused(18))
        .containsExactly(
            "createTable: with nanoseconds", "createIndex: unique over the beginning of a column");
  }

  @ParameterizedTest
  @ValueSource(ints = {12, 13, 14, 15, 16, 17})
  void areRefusedBefore18OnlyForColumnsComputedWhenRead(int major) {
    assertThat(refused(major))
        .containsExactly(
            "createTable: with nanoseconds",
            "createTable: with a computed column that is not kept",
            "createIndex: unique over the beginning of a column");
  }

  @ParameterizedTest
  @MethodSource("samples")
  void areTheSameForEveryVersionThatCanDoIt(Sample sample) {
    for (int major = 12; major < 18; major++) {
      if (!isRefused(sample, major)) {
        assertThat(sample.statements(renderer(major), NAMES))
            .isEqualTo(sample.statements(renderer(18), NAMES));
      }
    }
  }

  @ParameterizedTest
  @MethodSource("samples")
  void leadToTheSchemaAfterTheOperation(Sample sample) {
    Schema after = sample.before();
    Schema folded = sample.before();
    for (Operation operation : sample.operation().on(NAMES)) {
      for (Statement statement : renderer(18).render(operation, new RenderContext(after))) {
        folded = statement.part().applyTo(folded);
      }
      after = operation.applyTo(after);
    }
    assertThat(folded).isEqualTo(after);
  }
}
