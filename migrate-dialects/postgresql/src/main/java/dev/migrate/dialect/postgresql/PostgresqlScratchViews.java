package dev.migrate.dialect.postgresql;

import dev.migrate.dialect.ansi.ScratchWork;
import dev.migrate.schema.DialectName;
import dev.migrate.schema.Expression;
import dev.migrate.schema.QualifiedName;
import dev.migrate.schema.Schema;
import dev.migrate.schema.View;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.sql.Statement;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Creates views as temporary ones, in a transaction that is rolled back, to see how PostgreSQL
 * spells their queries.
 */
record PostgresqlScratchViews(Connection connection) {

  private static final String NAME = "pg_temp.migrate_scratch_view";

  Map<QualifiedName, Expression> of(Schema schema, Set<QualifiedName> names) throws SQLException {
    boolean own = connection.getAutoCommit();
    connection.setAutoCommit(false);
    ScratchWork<Map<QualifiedName, Expression>> work = () -> stored(schema, names);
    return work.thenRemoved(
        () -> {
          if (own) {
            connection.rollback();
            connection.setAutoCommit(true);
          }
        });
  }

  private Map<QualifiedName, Expression> stored(Schema schema, Set<QualifiedName> names)
      throws SQLException {
    Map<QualifiedName, Expression> stored = new LinkedHashMap<>();
    for (View view : schema.views()) {
      if (names.contains(view.name())) {
        stored(view).ifPresent(query -> stored.put(view.name(), query));
      }
    }
    return stored;
  }

  /** Empty if the query is not known, or reads what is not there. */
  private Optional<Expression> stored(View view) throws SQLException {
    if (view.query().isEmpty()) {
      return Optional.empty();
    }
    String query = view.query().get().on(List.of(DialectName.POSTGRESQL)).text();
    Savepoint begin = connection.setSavepoint();
    ScratchWork<Optional<Expression>> work = () -> created(query);
    return work.thenRemoved(() -> connection.rollback(begin));
  }

  private Optional<Expression> created(String query) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.setEscapeProcessing(false);
      statement.execute("CREATE TEMPORARY VIEW migrate_scratch_view AS " + query);
      try (ResultSet row =
          statement.executeQuery("SELECT pg_get_viewdef('" + NAME + "'::regclass)")) {
        row.next();
        return Optional.ofNullable(row.getString(1)).map(Expression::of);
      }
    } catch (SQLException impossible) {
      return Optional.empty();
    }
  }
}
