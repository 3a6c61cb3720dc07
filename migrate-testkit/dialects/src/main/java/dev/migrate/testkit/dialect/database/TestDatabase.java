package dev.migrate.testkit.dialect.database;

import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.migrate.Revision;
import dev.migrate.dialect.DatabaseProduct;
import dev.migrate.dialect.Dialect;
import dev.migrate.dialect.DialectProvider;
import dev.migrate.engine.Migrator;
import dev.migrate.engine.MigratorBuilder;
import dev.migrate.report.MigrationEvent;
import dev.migrate.report.MigrationListener;
import dev.migrate.report.RevisionInfo;
import dev.migrate.report.StampOutcome;
import dev.migrate.schema.QualifiedName;
import dev.migrate.schema.Schema;
import dev.migrate.schema.Table;
import dev.migrate.testkit.dialect.jdbc.FailingDataSource;
import dev.migrate.testkit.dialect.jdbc.FailingDataSource.Killed;
import dev.migrate.testkit.dialect.jdbc.FailingDataSource.Moment;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import javax.sql.DataSource;

/** A database as the contracts work with it. */
public record TestDatabase(DataSource dataSource) {

  public MigratorBuilder on(Revision... revisions) {
    return Migrator.on(dataSource).revisions(List.of(revisions));
  }

  public Migrator migrator(Revision... revisions) {
    return on(revisions).build();
  }

  public void execute(String... statements) throws SQLException {
    try (Connection connection = dataSource.getConnection();
        Statement statement = connection.createStatement()) {
      for (String sql : statements) {
        statement.execute(sql);
      }
      if (!connection.getAutoCommit()) {
        connection.commit();
      }
    }
  }

  /** The first column of what a query returns. */
  public List<String> query(String sql) throws SQLException {
    try (Connection connection = dataSource.getConnection();
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      List<String> values = new ArrayList<>();
      while (rows.next()) {
        values.add(rows.getString(1));
      }
      return values;
    }
  }

  /** Revisions and how far they are, in the canonical order: {@code [x] a, [up] b}. */
  public String states(Revision... revisions) {
    List<String> states = new ArrayList<>();
    for (RevisionInfo info : migrator(revisions).history()) {
      String line = info.toString();
      states.add(line.substring(0, line.indexOf(']') + 1) + " " + info.id());
    }
    return String.join(", ", states);
  }

  /** Each row of what a query returns: its values as text, with a blank between two. */
  public List<String> rows(String sql) throws SQLException {
    try (Connection connection = dataSource.getConnection();
        Statement statement = connection.createStatement();
        ResultSet result = statement.executeQuery(sql)) {
      List<String> rows = new ArrayList<>();
      int columns = result.getMetaData().getColumnCount();
      while (result.next()) {
        List<String> row = new ArrayList<>();
        for (int i = 1; i <= columns; i++) {
          row.add(String.valueOf(result.getObject(i)));
        }
        rows.add(String.join(" ", row));
      }
      return rows;
    }
  }

  /** The dialect that speaks to this database. */
  public Dialect dialect() throws SQLException {
    try (Connection connection = dataSource.getConnection()) {
      return dialect(connection);
    }
  }

  /** The dialect that speaks to the database behind a connection. */
  public static Dialect dialect(Connection connection) throws SQLException {
    DatabaseProduct product = DatabaseProduct.of(connection.getMetaData());
    return ServiceLoader.load(DialectProvider.class, TestDatabase.class.getClassLoader()).stream()
        .map(provider -> provider.get().dialectFor(product))
        .flatMap(Optional::stream)
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("no dialect for " + product));
  }

  /** The tables and views that the user can see, without those of the library. */
  public Set<QualifiedName> relations() throws SQLException {
    try (Connection connection = dataSource.getConnection()) {
      return dialect(connection).inspector().relations(connection).stream()
          .filter(name -> !Snapshot.isHistory(name))
          .collect(Collectors.toSet());
    }
  }

  /** What the catalogue shows of the tables and views that are declared. */
  public Schema inspect(Schema declared) throws SQLException {
    try (Connection connection = dataSource.getConnection()) {
      Set<QualifiedName> names = Set.copyOf(declared.names());
      Schema schema =
          dialect(connection).inspector().inspect(connection, Set.copyOf(declared.namespaces()));
      for (QualifiedName name : schema.names()) {
        schema = names.contains(name) ? schema : schema.without(name);
      }
      return schema;
    }
  }

  /** A declared schema as the database stores it, which is asked about every table. */
  public Schema stored(Schema declared) throws SQLException {
    try (Connection connection = dataSource.getConnection()) {
      return stored(dialect(connection), connection, declared);
    }
  }

  static Schema stored(Dialect dialect, Connection connection, Schema declared)
      throws SQLException {
    Set<QualifiedName> tables =
        declared.tables().stream().map(Table::name).collect(Collectors.toSet());
    return dialect.canonical(declared, tables, connection);
  }

  public Snapshot snapshot() throws SQLException {
    return Snapshot.of(dataSource, Set.of());
  }

  public boolean isTransactional() throws SQLException {
    try (Connection connection = dataSource.getConnection()) {
      return dialect(connection).capabilities().transactionalDdl();
    }
  }

  /** A database where a call was killed at the first statement with a word in it. */
  public static TestDatabase killed(
      String word,
      Moment moment,
      Function<Migrator, ?> call,
      Action setUp,
      FailingDataSource database,
      Revision... revisions)
      throws SQLException {
    TestDatabase probe = new TestDatabase(database);
    setUp.run();
    database.dieAt(word, moment);
    assertThrows(Killed.class, () -> call.apply(probe.migrator(revisions)));
    database.calm();
    return probe;
  }

  public static TestDatabase upgradeKilled(
      DataSource dataSource, String word, Moment moment, Revision... revisions)
      throws SQLException {
    FailingDataSource database = new FailingDataSource(dataSource);
    return killed(word, moment, Migrator::upgrade, () -> {}, database, revisions);
  }

  public static TestDatabase downgradeKilled(
      DataSource dataSource, String word, String target, Revision... revisions)
      throws SQLException {
    FailingDataSource database = new FailingDataSource(dataSource);
    Action upgrade = () -> new TestDatabase(database).migrator(revisions).upgrade();
    return killed(
        word, Moment.AFTER, migrator -> migrator.downgrade(target), upgrade, database, revisions);
  }

  /** Does something once, right after a statement of a revision was executed. */
  public static MigrationListener after(String revision, int statement, Action action) {
    return event -> {
      if (event instanceof MigrationEvent.StatementExecuted executed
          && executed.number() == statement
          && executed.step().id().value().equals(revision)) {
        try {
          action.run();
        } catch (SQLException failure) {
          throw new IllegalStateException(failure);
        }
      }
    };
  }

  public interface Action {
    void run() throws SQLException;
  }

  /** What a stamp says apart from what a database has at its birth and the model does not hold. */
  public static String recorded(StampOutcome stamp) {
    return new StampOutcome(
            stamp.recorded(),
            stamp.removed(),
            stamp.undeclared(),
            List.of(),
            stamp.uncompared(),
            stamp.accepted(),
            stamp.reason())
        .toString();
  }
}
