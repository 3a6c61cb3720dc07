package dev.migrate.generate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migrate.Lineage;
import dev.migrate.Revision;
import dev.migrate.dialect.Dialect;
import dev.migrate.engine.Migrator;
import dev.migrate.operation.AddEnumValue;
import dev.migrate.operation.Operation;
import dev.migrate.report.PlanException;
import dev.migrate.schema.QualifiedName;
import dev.migrate.schema.Schema;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * The operations between two schemas run as a revision, on tables with rows; a stamp then finds
 * what the revisions declare. {@link DifferenceLawTest} does without the history, and more often.
 */
class ExecutedOperationsTest {

  private static final int SEEDS = Integer.getInteger("migrate.test.schemas.executed", 4);

  @ParameterizedTest
  @EnumSource
  void aRevisionMakesTheSecondSchemaInMemory(MemoryEngine engine) throws SQLException {
    require(engine);
  }

  @ParameterizedTest
  @EnumSource
  void aRevisionMakesTheSecondSchemaOnAServer(ServerEngine engine) throws SQLException {
    require(engine);
  }

  private static void require(TestEngine engine) throws SQLException {
    Dialect dialect = engine.dialect();
    for (int seed = 1; seed <= SEEDS; seed++) {
      List<RandomSchemas> pairs = new ArrayList<>(RandomSchemas.on(dialect, seed));
      pairs.add(RandomSchemas.mutated(dialect, engine.collations(), seed));
      for (RandomSchemas pair : pairs) {
        if (pair.canRun()) {
          require(engine, dialect, pair);
        }
      }
    }
  }

  private static void require(TestEngine engine, Dialect dialect, RandomSchemas pair)
      throws SQLException {
    List<Operation> before = SchemaOperations.between(Schema.empty(), pair.before());
    List<Operation> between = SchemaOperations.between(pair.before(), pair.after());
    DataSource database = engine.emptyDatabase();
    Migrator migrator =
        Migrator.on(database)
            .revisions(
                Revision.of(Lineage.of("before").root(), op -> before.forEach(op::add)),
                Revision.of(Lineage.of("after").after("before"), op -> between.forEach(op::add)))
            .build();
    try (Connection open = database.getConnection()) {
      DifferenceLaw law = new DifferenceLaw(engine, dialect, open, new Tally());
      migrator.upgrade("before");
      law.fill(pair.before(), pair.after(), pair.seed());
      Map<QualifiedName, List<String>> rows = law.values(pair.before(), pair.after());
      boolean isRefused = isRefused(migrator);
      assertThat(migrator.stamp(isRefused ? "before" : "heads").isEmpty()).isTrue();
      assertThat(law.values(pair.before(), pair.after())).isEqualTo(rows);
      law.clear(isRefused ? pair.before() : pair.after());
      if (!isRefused && canBeUndone(migrator, between)) {
        migrator.downgrade("before");
        migrator.stamp("before");
      }
    } catch (RuntimeException | AssertionError failure) {
      throw new AssertionError(pair + " on " + engine + ": " + between, failure);
    }
  }

  /** What a database cannot do is refused before anything ran. */
  private static boolean isRefused(Migrator migrator) {
    try {
      migrator.upgrade();
      return false;
    } catch (PlanException refused) {
      return true;
    }
  }

  /** No database takes a label away, and SQLite has no identity without its key for a moment. */
  private static boolean canBeUndone(Migrator migrator, List<Operation> operations) {
    if (operations.stream().anyMatch(AddEnumValue.class::isInstance)) {
      return false;
    }
    try {
      return !migrator.downgradeScript("before").plan().isEmpty();
    } catch (PlanException refused) {
      return false;
    }
  }
}
