package dev.migrate.dialect.postgresql;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migrate.dialect.RenderContext;
import dev.migrate.dialect.Renderer;
import dev.migrate.dialect.Statement;
import dev.migrate.error.UnsupportedByDialectException;
import dev.migrate.operation.Operation;
import dev.migrate.schema.DialectName;
import dev.migrate.schema.Schema;
import dev.migrate.schema.Table;
import dev.migrate.testkit.dialect.sample.SampleOperations;
import dev.migrate.testkit.dialect.sample.SampleOperations.Sample;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
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

  /** What no version can do. */
  private static final List<String> NEVER =
      List.of(
          "createTable: with nanoseconds",
          "createIndex: invisible",
          "createIndex: unique over the beginning of a column");

  private static final List<String> SINCE_18 =
      List.of(
          "createTable: with a computed column that is not kept",
          "addConstraint: foreign key that is not enforced",
          "addConstraint: check that is not enforced");

  private static final List<String> SINCE_15 =
      List.of(
          "addConstraint: unique in which NULL equals NULL",
          "addConstraint: foreign key that sets one of its columns",
          "createIndex: unique, in which NULL equals NULL");

  @Test
  void areRefusedOnlyForTheseSamples() {
    assertThat(new HashSet<>(refused(18))).isEqualTo(Set.copyOf(NEVER));
  }

  @ParameterizedTest
  @ValueSource(ints = {12, 13, 14, 15, 16, 17})
  void areRefusedBefore18ForWhatCameLater(int major) {
    Set<String> expected = new HashSet<>(NEVER);
    expected.addAll(SINCE_18);
    expected.addAll(major < 15 ? SINCE_15 : List.of());
    assertThat(new HashSet<>(refused(major))).isEqualTo(expected);
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
    assertThat(withOwnOptions(folded)).isEqualTo(withOwnOptions(after));
  }

  /** The option of a table for another database needs no statement here. */
  private static Schema withOwnOptions(Schema schema) {
    Schema result = schema;
    for (Table table : schema.tables()) {
      result = result.with(table.withOptions(table.optionOn(NAMES).stream().toList()));
    }
    return result;
  }
}
