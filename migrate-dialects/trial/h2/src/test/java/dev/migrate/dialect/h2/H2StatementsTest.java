package dev.migrate.dialect.h2;

import static dev.migrate.dialect.h2.H2RendererTest.NAMES;
import static dev.migrate.dialect.h2.H2RendererTest.RENDERER;
import static org.assertj.core.api.Assertions.assertThat;

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
import dev.migrate.testkit.dialect.sample.SampleOperations;
import dev.migrate.testkit.dialect.sample.SampleOperations.Sample;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What is true of the statements of every sample. */
class H2StatementsTest {

  /** The samples that H2 can do. */
  static List<Sample> samples() {
    return SampleOperations.all().stream().filter(sample -> !isRefused(sample)).toList();
  }

  private static boolean isRefused(Sample sample) {
    try {
      sample.preparation(RENDERER, NAMES);
      sample.statements(RENDERER, NAMES);
      return false;
    } catch (UnsupportedByDialectException refused) {
      return true;
    }
  }

  @Test
  void areRefusedOnlyForTheseSamples() {
    assertThat(SampleOperations.all().stream().filter(H2StatementsTest::isRefused))
        .extracting(Sample::toString)
        .containsExactly(
            "createTable: with a computed column that is not kept",
            "createTable: with a collation",
            "createTable: with a deferrable foreign key",
            "createTable: that refers to its own unique index",
            "setTableOption: in memory",
            "alterColumn: collation",
            "alterColumn: type of a computed column",
            "addConstraint: foreign key to a unique index",
            "addConstraint: deferrable foreign key",
            "addConstraint: deferrable unique",
            "addConstraint: unique with further columns",
            "addConstraint: deferrable primary key with further columns",
            "addConstraint: foreign key that matches full",
            "addConstraint: foreign key that sets one of its columns",
            "addConstraint: foreign key that is not enforced",
            "addConstraint: check that is not enforced",
            "createIndex: over some rows",
            "createIndex: unique over some rows",
            "createIndex: with further columns",
            "createIndex: by a method",
            "createIndex: unique, in which NULL equals NULL",
            "createIndex: with a collation",
            "createIndex: invisible",
            "createIndex: unique over the beginning of a column",
            "createIndex: with an operator class",
            "createIndex: with a place for NULLs",
            "createIndex: over an expression",
            "createIndex: unique, in which NULL equals NULL",
            "createIndex: with a collation",
            "createIndex: invisible",
            "renameSequence: plain",
            "alterSequence: type",
            "createSequence: owned by a column",
            "setSequenceOwner: a column",
            "setSequenceOwner: none",
            "dropTable: with a sequence",
            "dropColumn: with a sequence",
            "renameColumn: with a sequence",
            "renameEnumValue: in lists");
  }

  @ParameterizedTest
  @MethodSource("samples")
  void runOnH2(Sample sample) throws SQLException {
    try (Connection connection = DriverManager.getConnection("jdbc:h2:mem:")) {
      run(connection, sample.preparation(RENDERER, NAMES));
      run(connection, sample.statements(RENDERER, NAMES));
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
    for (Statement statement : sample.statements(RENDERER, NAMES)) {
      folded = statement.part().applyTo(folded);
    }
    assertThat(asInH2(folded)).isEqualTo(asInH2(after));
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

  /** H2 has labels at columns for enum types, valid constraints, and options for itself alone. */
  private static Schema asInH2(Schema schema) {
    Schema result = schema;
    for (Table table : schema.tables()) {
      result =
          result.with(
              table
                  .withColumns(all -> all.stream().map(c -> plain(schema, c)).toList())
                  .withConstraints(
                      table.constraints().stream().map(c -> c.withNotValid(false)).toList())
                  .withOptions(table.optionOn(NAMES).stream().toList()));
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
