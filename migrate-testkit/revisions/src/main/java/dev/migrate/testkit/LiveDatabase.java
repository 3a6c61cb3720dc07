package dev.migrate.testkit;

import dev.migrate.dialect.DatabaseProduct;
import dev.migrate.dialect.Dialect;
import dev.migrate.dialect.DialectProvider;
import dev.migrate.operation.Row;
import dev.migrate.schema.Literal;
import dev.migrate.schema.QualifiedName;
import dev.migrate.schema.Schema;
import dev.migrate.schema.Table;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * The database of a scenario as its tests see it: without the tables of the history. Each method
 * takes a connection and gives it back.
 */
record LiveDatabase(DataSource dataSource, Dialect dialect) {

  private static final String HISTORY = "migrate_history";

  /** The database of a data source whose dialect the engine has found as well. */
  static LiveDatabase of(DataSource dataSource) throws SQLException {
    try (Connection connection = dataSource.getConnection()) {
      DatabaseProduct product = DatabaseProduct.of(connection.getMetaData());
      ClassLoader loader = LiveDatabase.class.getClassLoader();
      Dialect dialect =
          ServiceLoader.load(DialectProvider.class, loader).stream()
              .map(provider -> provider.get().dialectFor(product))
              .flatMap(Optional::stream)
              .findFirst()
              .orElseThrow(() -> new IllegalStateException("no dialect for " + product));
      return new LiveDatabase(dataSource, dialect);
    }
  }

  /** What the catalogue says, in the default schema and these. */
  Schema inspect(Set<String> namespaces) throws SQLException {
    try (Connection connection = dataSource.getConnection()) {
      Schema schema = dialect.inspector().inspect(connection, namespaces);
      for (QualifiedName name : schema.names()) {
        schema = isHistory(name) ? schema.without(name) : schema;
      }
      return schema;
    }
  }

  /** A declared schema as the database stores it, which is asked about every table. */
  Schema stored(Schema declared) throws SQLException {
    try (Connection connection = dataSource.getConnection()) {
      Set<QualifiedName> tables =
          declared.tables().stream().map(Table::name).collect(Collectors.toSet());
      return dialect.canonical(declared, tables, connection);
    }
  }

  /** A declared schema as the catalogue of this database would show it. */
  Schema canonical(Schema declared) {
    try (Connection connection = dataSource.getConnection()) {
      return dialect.canonical(declared, Set.of(), connection);
    } catch (SQLException failure) {
      throw TestFailures.ofDatabase("the catalogue cannot be read", failure);
    }
  }

  /** The names of all tables and views that the user can see. */
  Set<QualifiedName> relations() throws SQLException {
    try (Connection connection = dataSource.getConnection()) {
      return dialect.inspector().relations(connection).stream()
          .filter(name -> !isHistory(name))
          .collect(Collectors.toSet());
    }
  }

  private static boolean isHistory(QualifiedName name) {
    return name.name().startsWith(HISTORY);
  }

  /** What a query returns. */
  List<Row> rows(String sql) throws SQLException {
    try (Connection connection = dataSource.getConnection();
        PreparedStatement statement = connection.prepareStatement(sql);
        ResultSet result = statement.executeQuery()) {
      List<Row> rows = new ArrayList<>();
      while (result.next()) {
        List<Literal> values = new ArrayList<>();
        for (int column = 1; column <= result.getMetaData().getColumnCount(); column++) {
          values.add(SqlValues.read(result, column));
        }
        rows.add(new Row(List.copyOf(values)));
      }
      return rows;
    }
  }

  /** The rows of a table, reduced to these columns. */
  List<Row> rows(QualifiedName table, List<String> columns) throws SQLException {
    String list =
        String.join(", ", columns.stream().map(name -> dialect.renderer().name(name)).toList());
    return rows("SELECT " + list + " FROM " + dialect.renderer().name(table));
  }

  /** Executes one statement that returns nothing of interest, and commits it. */
  void execute(String sql, @Nullable Object... parameters) throws SQLException {
    try (Connection connection = dataSource.getConnection();
        PreparedStatement statement = connection.prepareStatement(sql)) {
      for (int index = 0; index < parameters.length; index++) {
        statement.setObject(index + 1, parameters[index]);
      }
      statement.execute();
      if (!connection.getAutoCommit()) {
        connection.commit();
      }
    }
  }
}
