package dev.migrate.dialect.h2;

import static dev.migrate.dialect.h2.H2GoldenSqlTest.NAMES;
import static dev.migrate.dialect.h2.H2GoldenSqlTest.RENDERER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.abort;

import dev.migrate.dialect.Statement;
import dev.migrate.error.UnsupportedByDialectException;
import dev.migrate.operation.Operation;
import dev.migrate.schema.ArrayType;
import dev.migrate.schema.Column;
import dev.migrate.schema.DataType;
import dev.migrate.schema.EnumLabels;
import dev.migrate.schema.EnumReference;
import dev.migrate.schema.Schema;
import dev.migrate.schema.Table;
import dev.migrate.testkit.SampleOperations;
import dev.migrate.testkit.SampleOperations.Sample;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What is true of the statements of every sample. */
class H2StatementsTest {

  static List<Sample> samples() {
    return SampleOperations.all();
  }

  @ParameterizedTest
  @MethodSource("samples")
  void runOnH2(Sample sample) throws SQLException {
    try (Connection connection = DriverManager.getConnection("jdbc:h2:mem:")) {
      run(connection, sample.preparation(RENDERER, NAMES));
      run(connection, statements(sample));
    }
  }

  @ParameterizedTest
  @MethodSource("samples")
  void leadToTheSchemaAfterTheOperation(Sample sample) {
    Schema after = sample.before();
    for (Operation operation : sample.operation().on(NAMES)) {
      after = operation.applyTo(after);
    }
    Schema folded = sample.before();
    for (Statement statement : statements(sample)) {
      folded = statement.part().applyTo(folded);
    }
    assertThat(withoutEnumTypes(folded)).isEqualTo(withoutEnumTypes(after));
  }

  private static List<Statement> statements(Sample sample) {
    try {
      return sample.statements(RENDERER, NAMES);
    } catch (UnsupportedByDialectException refused) {
      return abort(refused.getMessage());
    }
  }

  private static void run(Connection connection, List<Statement> statements) throws SQLException {
    for (Statement each : statements) {
      if (each.kind() != Statement.Kind.CODE) {
        try (var statement = connection.createStatement()) {
          statement.setEscapeProcessing(false);
          statement.execute(each.sql());
        }
      }
    }
  }

  /** H2 has no enum types: whoever has one has its labels. */
  private static Schema withoutEnumTypes(Schema schema) {
    Schema result = schema;
    for (Table table : schema.tables()) {
      result =
          result.with(table.withColumns(all -> all.stream().map(c -> plain(schema, c)).toList()));
    }
    for (var type : schema.enumTypes()) {
      result = result.without(type.name());
    }
    return result;
  }

  private static Column plain(Schema schema, Column column) {
    return column.withType(plain(schema, column.type().on(NAMES)));
  }

  private static DataType plain(Schema schema, DataType type) {
    if (type instanceof ArrayType array) {
      return new ArrayType(plain(schema, array.element()));
    }
    return type instanceof EnumReference reference
        ? new EnumLabels(schema.enumType(reference.type()).labels())
        : type;
  }
}
