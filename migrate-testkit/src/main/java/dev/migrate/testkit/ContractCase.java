package dev.migrate.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeFalse;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.migrate.dialect.Dialect;
import dev.migrate.dialect.RenderContext;
import dev.migrate.error.UnsupportedByDialectException;
import dev.migrate.operation.Inverse;
import dev.migrate.operation.Operation;
import dev.migrate.schema.Schema;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;

/** One sample on one dialect. */
record ContractCase(DialectContract contract, Sample sample) {

  /** How the dialect renders the sample, in words. */
  String outcome() {
    Dialect dialect = contract.dialect();
    try {
      int statements = 0;
      Schema schema = sample.before();
      for (Operation operation : sample.operation().on(dialect.names())) {
        statements += dialect.renderer().render(operation, new RenderContext(schema)).size();
        schema = operation.applyTo(schema);
      }
      return statements + (statements == 1 ? " statement" : " statements");
    } catch (UnsupportedByDialectException refused) {
      return "refused: " + refused;
    }
  }

  /** Runs the operation and what undoes it. */
  void run(boolean withRows) throws SQLException {
    String outcome = outcome();
    assumeFalse(outcome.startsWith("refused"), outcome);
    try (Connection connection = contract.emptyDatabase().getConnection()) {
      DialectRun run = new DialectRun(contract.dialect(), connection);
      for (Operation operation : DialectRun.creating(sample.before())) {
        run.apply(operation);
      }
      SampleRows rows = new SampleRows(contract.dialect(), connection);
      if (withRows) {
        boolean filled = sample.worksWithRows() && rows.insert(sample.before()) > 0;
        assumeTrue(filled, "no rows can be inserted");
      }
      Map<String, List<String>> before = rows.read(run.schema());
      List<Inverse> inverses = Inverse.ofAll(run.on(sample.operation()), run.schema());
      run.apply(sample.operation());
      if (inverses.stream().noneMatch(inverse -> isImpossible(inverse, withRows))) {
        undo(run, inverses);
        if (sample.keepsRows()) {
          assertEquals(before, rows.read(run.schema()), "rows after undoing " + sample.operation());
        }
      }
    }
  }

  private static boolean isImpossible(Inverse inverse, boolean withRows) {
    return inverse.obstacle().isPresent() || (withRows && inverse.onlyIfEmpty().isPresent());
  }

  private void undo(DialectRun run, List<Inverse> inverses) throws SQLException {
    for (Inverse inverse : inverses) {
      for (Operation operation : inverse.operations()) {
        run.apply(operation);
      }
    }
    SchemaAssert.assertThat(run.schema())
        .as("undoing " + sample.operation() + " does not restore the schema")
        .isEqualTo(sample.before());
  }
}
