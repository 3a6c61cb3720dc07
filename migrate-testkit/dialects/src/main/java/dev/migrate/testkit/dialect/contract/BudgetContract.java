package dev.migrate.testkit.dialect.contract;

import static dev.migrate.Ddl.column;
import static dev.migrate.Ddl.integer;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.migrate.Lineage;
import dev.migrate.Revision;
import dev.migrate.engine.Migrator;
import dev.migrate.testkit.dialect.jdbc.CountingDataSource;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a migrator may cost, in counts. A dialect proves it by implementing this interface. */
public interface BudgetContract extends DatabaseContract {

  /**
   * How many statements a run may cost beside its revisions: the history, the lock, the session.
   *
   * @return 10 unless the lock needs more
   */
  default int overhead() {
    return 10;
  }

  /**
   * How many statements a revision of one statement may cost.
   *
   * @return 2 where changes of the schema are transactional, 3 elsewhere
   */
  int statementsPerRevision();

  /** So many revisions, each of which creates one table. */
  private static List<Revision> tables(int count) {
    List<Revision> revisions = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      String table = "t" + i;
      Lineage.Start start = Lineage.of("r" + i);
      revisions.add(
          Revision.of(
              i == 0 ? start.root() : start.after("r" + (i - 1)),
              op -> op.createTable(table, column("id", integer()))));
    }
    return revisions;
  }

  @Test
  default void aStartWithNothingToDoCostsOneStatement() {
    CountingDataSource database = new CountingDataSource(emptyDatabase());
    Migrator migrator = Migrator.on(database).revisions(tables(5)).build();
    migrator.upgrade();
    database.reset();
    assertTrue(migrator.upgrade().isEmpty());
    assertEquals(1, database.connections());
    assertEquals(1, database.statements(), () -> database.sql().toString());
    assertEquals(0, database.metadataQueries());
    assertEquals(0, database.commits());
    assertEquals(0, database.autoCommitChanges());
  }

  @Test
  default void manyRevisionsCostAFewStatementsEachOnOneConnection() {
    CountingDataSource database = new CountingDataSource(emptyDatabase());
    int count = ContractCases.areAll() ? 1_000 : 200;
    Migrator.on(database).revisions(tables(count)).build().upgrade();
    int most = statementsPerRevision() * count + overhead();
    assertTrue(database.statements() <= most, () -> database.statements() + " of at most " + most);
    assertEquals(1, database.connections());
    assertEquals(0, database.metadataQueries());
  }

  @Test
  default void everyConnectionIsGivenBack() {
    CountingDataSource database = new CountingDataSource(emptyDatabase());
    Migrator migrator = Migrator.on(database).revisions(tables(3)).build();
    migrator.upgrade();
    migrator.history();
    migrator.restamp("heads");
    migrator.downgrade("base");
    migrator.stampAccepting("the tables come later", "heads");
    assertEquals(0, database.openConnections());
  }
}
