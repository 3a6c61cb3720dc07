package dev.migrate.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.migrate.dialect.Dialect;
import dev.migrate.operation.Operation;
import dev.migrate.schema.Schema;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Schemas that others wrote in the database's own SQL: what the inspector reads of them is what the
 * driver's meta data say, and creates the same schema in another database.
 */
public interface NativeSchemaContract {

  /**
   * The dialect.
   *
   * @return the dialect for what {@link #emptyDatabase} connects to
   */
  Dialect dialect();

  /**
   * A new, empty database, another one for each call.
   *
   * @return its connections
   */
  DataSource emptyDatabase();

  /**
   * The scripts.
   *
   * @return resources on the class path, such as {@code org/quartz/impl/jdbcjobstore/tables_h2.sql}
   */
  List<String> scripts();

  /**
   * Every script: read, created anew, and read again.
   *
   * @return a test for each
   */
  @TestFactory
  default Stream<DynamicTest> isInspectedAndCreatedAnew() {
    return scripts().stream().map(script -> dynamicTest(script, () -> isTheSameAnew(script)));
  }

  private void isTheSameAnew(String script) throws SQLException {
    Schema inspected;
    try (Connection connection = emptyDatabase().getConnection()) {
      run(connection, statements(script));
      inspected = dialect().inspector().inspect(connection, Set.of());
      assertFalse(inspected.tables().isEmpty(), "nothing was read");
      assertEquals(
          MetaDataView.ofDriver(connection), MetaDataView.ofModel(inspected), "the meta data");
    }
    try (Connection connection = emptyDatabase().getConnection()) {
      DialectRun run = new DialectRun(dialect(), connection);
      for (Operation operation : CreateOperations.of(inspected)) {
        run.apply(operation);
      }
      Schema anew = dialect().inspector().inspect(connection, Set.of());
      SchemaAssert.assertThat(dialect().canonical(anew))
          .as(script)
          .isEqualTo(dialect().canonical(inspected));
    }
  }

  private static void run(Connection connection, List<String> statements) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      for (String sql : statements) {
        statement.execute(sql);
      }
    }
  }

  /** None of these scripts has a semicolon inside of a statement. */
  private static List<String> statements(String script) {
    StringBuilder text = new StringBuilder();
    resource(script)
        .lines()
        .filter(line -> !line.startsWith("#") && !line.startsWith("--"))
        .forEach(line -> text.append(line).append('\n'));
    List<String> statements = new ArrayList<>();
    for (String statement : text.toString().split(";", -1)) {
      if (!statement.isBlank() && !statement.strip().equalsIgnoreCase("commit")) {
        statements.add(statement.strip());
      }
    }
    return statements;
  }

  private static String resource(String name) {
    ClassLoader loader = Thread.currentThread().getContextClassLoader();
    try (InputStream stream = loader.getResourceAsStream(name)) {
      if (stream == null) {
        throw new IllegalArgumentException("no resource " + name + " on the class path");
      }
      return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }
}
