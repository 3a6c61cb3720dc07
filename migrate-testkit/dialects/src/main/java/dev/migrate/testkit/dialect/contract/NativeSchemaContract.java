package dev.migrate.testkit.dialect.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.migrate.dialect.Dialect;
import dev.migrate.operation.Operation;
import dev.migrate.schema.Schema;
import dev.migrate.testkit.SchemaAssert;
import dev.migrate.testkit.dialect.database.DialectRun;
import dev.migrate.testkit.dialect.jdbc.MetaDataView;
import dev.migrate.testkit.dialect.sample.CreateOperations;
import dev.migrate.testkit.dialect.sample.NativeSchema;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Schemas that others wrote in the database's own SQL: what the inspector reads of them is what the
 * driver's meta data say, and creates the same schema in another database.
 */
public interface NativeSchemaContract extends DatabaseContract {

  /**
   * The dialect.
   *
   * @return the dialect for what {@link #emptyDatabase} connects to
   */
  Dialect dialect();

  /**
   * The schemas.
   *
   * @return at least one
   */
  List<NativeSchema> schemas();

  /**
   * What the database itself says of the tables that are there, in whatever words compare well: so
   * that nothing is called equal that the database can distinguish.
   *
   * @param connection a connection to one of the databases
   * @return the words, which are the same for equal tables; none unless overridden
   * @throws SQLException if a query fails
   */
  default List<String> ownWords(Connection connection) throws SQLException {
    return List.of();
  }

  /** Every schema: read, created in another database, and read again. */
  @TestFactory
  default Stream<DynamicTest> isInspectedAndCreatedAgain() {
    return schemas().stream()
        .map(schema -> dynamicTest(schema.name(), () -> isTheSameAgain(schema)));
  }

  private void isTheSameAgain(NativeSchema schema) throws SQLException {
    Schema inspected;
    List<String> words;
    try (Connection connection = emptyDatabase().getConnection()) {
      run(connection, schema.statements());
      inspected = dialect().inspector().inspect(connection, Set.of());
      assertFalse(inspected.tables().isEmpty(), "nothing was read");
      assertEquals(
          MetaDataView.ofDriver(connection), MetaDataView.ofModel(inspected), "the meta data");
      words = ownWords(connection);
    }
    try (Connection connection = emptyDatabase().getConnection()) {
      DialectRun run = DialectRun.withoutComparing(dialect(), connection);
      for (Operation operation : CreateOperations.of(inspected)) {
        run.apply(operation);
      }
      Schema again = dialect().inspector().inspect(connection, Set.of());
      SchemaAssert.assertThat(dialect().canonical(again))
          .as(schema.name())
          .isEqualTo(dialect().canonical(inspected));
      assertEquals(
          String.join("\n", words), String.join("\n", ownWords(connection)), schema.name());
    }
  }

  private static void run(Connection connection, List<String> statements) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      for (String sql : statements) {
        statement.execute(sql);
      }
    }
  }
}
