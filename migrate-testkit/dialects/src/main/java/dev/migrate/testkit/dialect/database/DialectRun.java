package dev.migrate.testkit.dialect.database;

import dev.migrate.dialect.Dialect;
import dev.migrate.dialect.RenderContext;
import dev.migrate.dialect.Statement;
import dev.migrate.dialect.Statement.Kind;
import dev.migrate.dialect.Statement.Transaction;
import dev.migrate.operation.CodeContext;
import dev.migrate.operation.Operation;
import dev.migrate.operation.RunCode;
import dev.migrate.schema.Schema;
import dev.migrate.schema.SchemaDifference;
import dev.migrate.testkit.SchemaAssert;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Carries out operations on a database and compares, after every single statement, what is there
 * with what it should have become. Not thread-safe.
 */
public final class DialectRun {

  private final Dialect dialect;
  private final Connection connection;
  private final boolean verifies;
  private Schema folded = Schema.empty();

  /** A run on an empty database. */
  public DialectRun(Dialect dialect, Connection connection) {
    this(dialect, connection, true);
  }

  private DialectRun(Dialect dialect, Connection connection, boolean verifies) {
    this.dialect = dialect;
    this.connection = connection;
    this.verifies = verifies;
  }

  /** A run on an empty database that does not look in between: to read many tables takes long. */
  public static DialectRun withoutComparing(Dialect dialect, Connection connection) {
    return new DialectRun(dialect, connection, false);
  }

  /** What should be there. */
  public Schema schema() {
    return folded;
  }

  /** Carries out one operation, of which nothing is done if the dialect refuses it. */
  public void apply(Operation operation) throws SQLException {
    List<Operation> parts = operation.on(dialect.names());
    List<List<Statement>> statements = new ArrayList<>();
    Schema schema = folded;
    for (Operation part : parts) {
      statements.add(dialect.renderer().render(part, new RenderContext(schema)));
      schema = part.applyTo(schema);
    }
    for (int i = 0; i < parts.size(); i++) {
      carryOut(parts.get(i), statements.get(i));
    }
  }

  private void carryOut(Operation operation, List<Statement> statements) throws SQLException {
    Schema after = operation.applyTo(folded);
    if (statements.stream().anyMatch(each -> each.transaction() == Transaction.NEEDED)) {
      carryOutTogether(statements);
      folded = after;
      verifyIfWanted("after operation  " + operation);
      return;
    }
    try (SessionDuring session = new SessionDuring(statements, dialect.renderer(), connection)) {
      for (Statement statement : statements) {
        execute(statement, session);
        folded = statement.kind() == Kind.CHECK ? folded : statement.part().applyTo(folded);
        verifyIfWanted("after statement  " + statement.sql() + "\nof operation     " + operation);
      }
    }
    SchemaAssert.assertThat(dialect.canonical(folded))
        .as("the statements " + statements + " do not add up to the operation " + operation)
        .isEqualTo(dialect.canonical(after));
    folded = after;
  }

  /** What is safe in one transaction alone is looked at when all of it is done. */
  private void carryOutTogether(List<Statement> statements) throws SQLException {
    try (SessionDuring session = new SessionDuring(statements, dialect.renderer(), connection)) {
      connection.setAutoCommit(false);
      try {
        for (Statement statement : statements) {
          execute(statement, session);
        }
        connection.commit();
      } catch (SQLException failure) {
        connection.rollback();
        throw failure;
      } finally {
        connection.setAutoCommit(true);
      }
    }
  }

  private void execute(Statement statement, SessionDuring session) throws SQLException {
    if (statement.part() instanceof RunCode code) {
      run(code);
      return;
    }
    try {
      session.execute(statement);
    } catch (SQLException failure) {
      throw new SQLException(
          failure.getMessage() + "\nstatement  " + statement.sql() + "\nschema\n" + folded,
          failure.getSQLState(),
          failure.getErrorCode(),
          failure);
    }
  }

  private void run(RunCode code) throws SQLException {
    try {
      if (code.body().isPresent()) {
        code.body().orElseThrow().run(new Context(connection));
      }
    } catch (SQLException | RuntimeException failure) {
      throw failure;
    } catch (Exception failure) {
      throw new IllegalStateException(failure);
    }
  }

  private void verifyIfWanted(String description) throws SQLException {
    if (verifies) {
      verify(description);
    }
  }

  /** What is there, as the dialect sees it, is what should be there, in canonical form. */
  public void verify(String description) throws SQLException {
    Schema inspected = dialect.inspector().inspect(connection, new HashSet<>(folded.namespaces()));
    Schema actual = dialect.canonical(inspected);
    Schema declared = dialect.canonical(folded, Set.of(), connection);
    if (!SchemaDifference.between(declared, actual).isEmpty()) {
      declared = TestDatabase.stored(dialect, connection, folded);
    }
    SchemaAssert.assertThat(actual).as(description).isEqualTo(declared);
    SchemaAssert.assertThat(dialect.canonical(actual))
        .as("the canonical form of a canonical form differs")
        .isEqualTo(actual);
  }

  /** The names of the dialect, for what belongs to it alone. */
  public List<Operation> on(Operation operation) {
    return operation.on(dialect.names());
  }

  private record Context(Connection connection) implements CodeContext {

    @Override
    public <T> T unwrap(Class<T> type) {
      return Optional.of(connection)
          .filter(type::isInstance)
          .map(type::cast)
          .orElseThrow(() -> new IllegalArgumentException("only a connection is there"));
    }
  }
}
