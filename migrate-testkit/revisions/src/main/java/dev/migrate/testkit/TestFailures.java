package dev.migrate.testkit;

import dev.migrate.error.Facts;
import dev.migrate.operation.Row;
import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.opentest4j.AssertionFailedError;

/** The texts of what a test can find. */
final class TestFailures {

  private TestFailures() {}

  static AssertionFailedError of(Facts facts, @Nullable Throwable cause) {
    return new AssertionFailedError(facts.toString(), cause);
  }

  static AssertionFailedError ofDatabase(String problem, SQLException failure) {
    return of(
        Facts.of(problem)
            .with("database", text(failure))
            .next("check that the database of scenario() runs, and the rights of the user"),
        failure);
  }

  static AssertionFailedError ofRows(
      String sql, List<Row> expected, List<Row> actual, RowDifference difference, String position) {
    Facts facts =
        Facts.of("the query does not return the rows that are expected")
            .with("query", sql)
            .with("expected", RowDifference.text(expected))
            .with("was", RowDifference.text(actual));
    if (expected.size() > 1 || actual.size() > 1) {
      facts =
          facts
              .with("missing", RowDifference.text(difference.missing()))
              .with("surplus", RowDifference.text(difference.surplus()));
    }
    boolean otherColumns =
        !expected.isEmpty()
            && !actual.isEmpty()
            && expected.get(0).values().size() != actual.get(0).values().size();
    facts = facts.with("revision", position);
    if (otherColumns) {
      facts =
          facts.next(
              "expect as many values as the query has columns: " + actual.get(0).values().size());
    }
    return new AssertionFailedError(
        facts.toString(), RowDifference.text(expected), RowDifference.text(actual));
  }

  static String text(SQLException failure) {
    return "SQLState "
        + failure.getSQLState()
        + ", code "
        + failure.getErrorCode()
        + ": "
        + failure.getMessage();
  }
}
