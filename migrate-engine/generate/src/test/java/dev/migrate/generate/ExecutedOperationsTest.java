package dev.migrate.generate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migrate.Lineage;
import dev.migrate.Revision;
import dev.migrate.dialect.Dialect;
import dev.migrate.dialect.h2.H2DialectProvider;
import dev.migrate.dialect.sqlite.SqliteDialectProvider;
import dev.migrate.engine.Migrator;
import dev.migrate.operation.AddEnumValue;
import dev.migrate.operation.Operation;
import dev.migrate.report.PlanException;
import dev.migrate.schema.DialectName;
import dev.migrate.testkit.Databases;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import java.util.stream.LongStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The operations between two schemas run, and the database is then what the second declares. */
class ExecutedOperationsTest {

  private static final int SEEDS = Integer.getInteger("migrate.test.schemas.executed", 15);

  @TempDir Path folder;

  @Test
  void h2IsWhatTheSecondSchemaDeclares() {
    Dialect dialect = new H2DialectProvider().dialect(DialectName.H2);
    pairs(dialect).forEach(pair -> requireExecuted(pair, Databases.h2()));
  }

  @Test
  void sqliteIsWhatTheSecondSchemaDeclares() {
    Dialect dialect = new SqliteDialectProvider().dialect(DialectName.SQLITE);
    pairs(dialect)
        .forEach(
            pair ->
                requireExecuted(
                    pair,
                    Databases.of(
                        "jdbc:sqlite:" + folder.resolve(UUID.randomUUID() + ".db"), "", "")));
  }

  private static List<RandomSchemas> pairs(Dialect dialect) {
    return LongStream.rangeClosed(1, SEEDS)
        .mapToObj(seed -> RandomSchemas.on(dialect, seed))
        .flatMap(List::stream)
        .toList();
  }

  /** A stamp compares the database with what the revisions declare. */
  private static void requireExecuted(RandomSchemas pair, DataSource database) {
    List<Operation> between = SchemaOperations.between(pair.before(), pair.after());
    Migrator migrator =
        Migrator.on(database)
            .revisions(
                Revision.of(Lineage.of("before").root(), op -> pair.operations().forEach(op::add)),
                Revision.of(Lineage.of("after").after("before"), op -> between.forEach(op::add)))
            .build();
    try {
      migrator.upgrade();
      assertThat(migrator.stamp("heads").isEmpty()).isTrue();
      if (canBeUndone(migrator, between)) {
        migrator.downgrade("before");
        migrator.stamp("before");
      }
    } catch (RuntimeException failure) {
      throw new AssertionError("seed " + pair.seed() + ": " + between, failure);
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
