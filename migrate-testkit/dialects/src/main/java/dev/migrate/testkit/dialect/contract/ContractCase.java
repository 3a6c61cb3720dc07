package dev.migrate.testkit.dialect.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeFalse;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.migrate.dialect.Dialect;
import dev.migrate.error.UnsupportedByDialectException;
import dev.migrate.operation.AddColumn;
import dev.migrate.operation.AlterColumn;
import dev.migrate.operation.Inverse;
import dev.migrate.operation.Operation;
import dev.migrate.schema.EnumReference;
import dev.migrate.schema.TypeChange;
import dev.migrate.testkit.SchemaAssert;
import dev.migrate.testkit.dialect.database.DialectRun;
import dev.migrate.testkit.dialect.sample.SampleOperations;
import dev.migrate.testkit.dialect.sample.SampleRows;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** One sample on one dialect. */
record ContractCase(DialectContract contract, SampleOperations.Sample sample) {

  /** How the dialect renders the sample, in words. */
  String outcome() {
    Dialect dialect = contract.dialect();
    try {
      sample.preparation(dialect.renderer(), dialect.names());
      int statements = sample.statements(dialect.renderer(), dialect.names()).size();
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
      for (Operation operation : sample.given()) {
        run.apply(operation);
      }
      SampleRows rows = new SampleRows(contract.dialect(), connection);
      if (withRows) {
        boolean filled = worksWithRows() && rows.insert(sample.before()) > 0;
        assumeTrue(filled, "no rows can be inserted");
      }
      Map<String, List<String>> before = rows.read(run.schema());
      List<Inverse> inverses = Inverse.ofAll(run.on(sample.operation()), run.schema());
      run.apply(sample.operation());
      if (inverses.stream().noneMatch(inverse -> isImpossible(inverse, withRows))) {
        undo(run, inverses);
        if (keepsRows()) {
          assertEquals(before, rows.read(run.schema()), "rows after undoing " + sample.operation());
        }
      }
    }
  }

  /** A column that every row must fill comes only to tables without rows. */
  private boolean worksWithRows() {
    Operation operation = sample.operation();
    return !(operation instanceof AddColumn added && added.column().isRequired())
        && typeChanges().noneMatch(change -> change.type() instanceof EnumReference);
  }

  /** Values that are lost, or computed from others, do not come back. */
  private boolean keepsRows() {
    return sample.operation().dataLoss(sample.before()).isEmpty()
        && typeChanges().noneMatch(change -> change.using().isPresent());
  }

  private Stream<TypeChange> typeChanges() {
    return sample.operation() instanceof AlterColumn altered
        ? altered.changes().stream()
            .filter(TypeChange.class::isInstance)
            .map(TypeChange.class::cast)
        : Stream.empty();
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
