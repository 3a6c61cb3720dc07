package dev.migrate.testkit;

import dev.migrate.dialect.RenderContext;
import dev.migrate.dialect.Statement;
import dev.migrate.error.Facts;
import dev.migrate.error.MigrateException;
import dev.migrate.operation.InsertRows;
import dev.migrate.operation.Row;
import dev.migrate.report.PlanStep;
import dev.migrate.schema.Column;
import dev.migrate.schema.Literal;
import dev.migrate.schema.Schema;
import dev.migrate.schema.Table;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Whether the database still numbers new rows after a revision: rows that a revision inserted with
 * keys of its own must not be in the way of the next number. Leaves no rows behind.
 */
final class Numbering {

  /** A number of a row that is far from those of generated rows. */
  private static final int SAMPLE = 500;

  private final LiveDatabase database;
  private final Schema schema;

  private Numbering(LiveDatabase database, Schema schema) {
    this.database = database;
    this.schema = schema;
  }

  /** Fails if a table refuses the row that the application would insert next. */
  static void require(Scenario scenario, PlanStep step) {
    LiveDatabase database = scenario.state().database();
    Schema schema = database.dialect().canonical(scenario.state().inspect());
    Numbering numbering = new Numbering(database, schema);
    for (Table table : step.after().tables()) {
      for (Column column : table.columns()) {
        if (column.identityMode().isPresent()) {
          numbering.require(table, column, step);
        }
      }
    }
  }

  private void require(Table table, Column identity, PlanStep step) {
    Optional<Map<String, Literal>> values;
    try {
      values = new TableFiller(database, schema).sample(table, SAMPLE);
    } catch (SQLException failure) {
      throw TestFailures.ofDatabase("the table " + table.name() + " cannot be read", failure);
    }
    if (values.isEmpty()) {
      return;
    }
    Map<String, Literal> numbered = values.get();
    Literal free = numbered.remove(identity.name());
    Optional<SQLException> refused = insert(table, numbered);
    if (refused.isPresent() && free != null) {
      numbered.put(identity.name(), free);
      if (insert(table, numbered).isEmpty()) {
        throw behind(table, identity, step, refused.get());
      }
    }
  }

  private AssertionError behind(Table table, Column identity, PlanStep step, SQLException refused) {
    return TestFailures.of(
        Facts.of(
                "after revision "
                    + step.title()
                    + " the database gives rows of table "
                    + table.name()
                    + " numbers that are taken")
            .with("column", table.name() + "." + identity.name())
            .with("database", TestFailures.text(refused))
            .with(
                "likely",
                "rows were inserted with numbers of their own, and counting goes on below")
            .next("insert them without " + identity.name() + ", or move the counter above them"),
        refused);
  }

  /** Tries an insert and takes it back; what the database says if it refuses. */
  private Optional<SQLException> insert(Table table, Map<String, Literal> values) {
    if (values.isEmpty()) {
      return Optional.empty();
    }
    List<Statement> statements;
    try {
      InsertRows rows =
          new InsertRows(
              table.name(),
              new ArrayList<>(values.keySet()),
              List.of(new Row(new ArrayList<>(values.values()))));
      statements = database.dialect().renderer().render(rows, new RenderContext(schema));
    } catch (MigrateException impossible) {
      return Optional.empty();
    }
    try (Connection connection = database.dataSource().getConnection()) {
      boolean commits = connection.getAutoCommit();
      connection.setAutoCommit(false);
      try (java.sql.Statement statement = connection.createStatement()) {
        statement.execute(statements.get(0).sql());
        return Optional.empty();
      } catch (SQLException refused) {
        return Optional.of(refused);
      } finally {
        connection.rollback();
        connection.setAutoCommit(commits);
      }
    } catch (SQLException failure) {
      throw TestFailures.ofDatabase("the connection does not work", failure);
    }
  }
}
