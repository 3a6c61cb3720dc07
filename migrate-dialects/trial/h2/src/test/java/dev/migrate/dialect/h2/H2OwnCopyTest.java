package dev.migrate.dialect.h2;

import static dev.migrate.Ddl.code;
import static dev.migrate.Ddl.column;
import static dev.migrate.Ddl.columns;
import static dev.migrate.Ddl.integer;
import static dev.migrate.Ddl.primaryKey;
import static dev.migrate.Ddl.row;
import static dev.migrate.Ddl.sql;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.migrate.Lineage;
import dev.migrate.Revision;
import dev.migrate.report.InDoubtException;
import dev.migrate.report.Settlement;
import dev.migrate.testkit.Databases;
import dev.migrate.testkit.dialect.database.TestDatabase;
import dev.migrate.testkit.dialect.jdbc.FailingDataSource;
import dev.migrate.testkit.dialect.jdbc.FailingDataSource.Killed;
import dev.migrate.testkit.dialect.jdbc.FailingDataSource.Moment;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/** A table with the name of a copy that H2 makes may be somebody's own. */
class H2OwnCopyTest {

  private static final int SESSIONS = 60;

  private static final Revision GIVEN =
      Revision.of(
          Lineage.of("given").root(),
          op -> {
            op.createTable("t", column("id", integer()), primaryKey("id"));
            op.insert("t", columns("id"), row(1), row(2));
          });

  private static final Revision ADDING =
      Revision.of(
          Lineage.of("adding").after("given"), op -> op.addColumn("t", column("n", integer())));

  private final FailingDataSource source = new FailingDataSource(Databases.h2());
  private final TestDatabase database = new TestDatabase(source);

  /** Killed before a statement; returns the name of the copy that its session would make. */
  private String killed(String statement, Revision... revisions) throws SQLException {
    source.dieAt(statement, Moment.BEFORE);
    assertThatThrownBy(() -> database.migrator(revisions).upgrade()).isInstanceOf(Killed.class);
    source.calm();
    String session =
        database.query("SELECT session FROM migrate_history WHERE session IS NOT NULL").get(0);
    return "t_copy_" + session.replaceFirst("/.*", "").replaceFirst(".* ", "") + "_0";
  }

  private void ended(Revision... revisions) throws SQLException {
    database.migrator(revisions).upgrade();
    assertThat(database.query("SELECT id FROM t WHERE n IS NULL")).containsExactly("1", "2");
  }

  @Test
  void aCopyIsRemoved() throws SQLException {
    String copy = killed("ADD", GIVEN, ADDING);
    database.execute("CREATE TABLE " + copy + " (id INTEGER, n INTEGER)");
    ended(GIVEN, ADDING);
    assertThat(database.relations()).extracting("name").containsExactly("t");
  }

  @Test
  void aTableOfARevisionStays() throws SQLException {
    Revision own =
        Revision.of(
            Lineage.of("own").after("given"),
            op -> {
              for (int i = 0; i < SESSIONS; i++) {
                op.createTable(
                    "t_copy_" + i + "_0", column("id", integer()), column("n", integer()));
              }
            });
    Revision later =
        Revision.of(
            Lineage.of("later").after("own"), op -> op.addColumn("t", column("n", integer())));
    killed("ALTER TABLE t ADD", GIVEN, own, later);
    ended(GIVEN, own, later);
    assertThat(database.relations()).hasSize(SESSIONS + 1);
  }

  @Test
  void aTableWithAKeyOfItsOwnStays() throws SQLException {
    String copy = killed("ADD", GIVEN, ADDING);
    database.execute(
        "CREATE TABLE " + copy + " (id INTEGER CONSTRAINT mine PRIMARY KEY, n INTEGER)");
    ended(GIVEN, ADDING);
    assertThat(database.relations()).extracting("name").containsExactlyInAnyOrder("t", copy);
  }

  @Test
  void aTableOfAnotherSessionStays() throws SQLException {
    killed("ADD", GIVEN, ADDING);
    database.execute("CREATE TABLE t_copy_100_0 (id INTEGER, n INTEGER)");
    ended(GIVEN, ADDING);
    assertThat(database.relations()).hasSize(2);
  }

  @Test
  void aTableWithOtherColumnsIsAskedFor() throws SQLException {
    String copy = killed("ADD", GIVEN, ADDING);
    database.execute("CREATE TABLE " + copy + " (id INTEGER, other INTEGER)");
    assertThatThrownBy(() -> database.migrator(GIVEN, ADDING).upgrade())
        .isInstanceOf(InDoubtException.class)
        .hasMessageContaining(copy + " may be a copy of t that it left")
        .hasMessageContaining("DROP TABLE \"PUBLIC\".\"" + copy.toUpperCase(Locale.ROOT));
    assertThat(database.relations()).hasSize(2);
    database.migrator(GIVEN, ADDING).settle(ADDING.lineage().id(), Settlement.NOT_EXECUTED);
    ended(GIVEN, ADDING);
    assertThat(database.relations()).hasSize(2);
  }

  @Test
  void aCopyThatRawSqlLeftIsNamed() throws SQLException {
    Revision raw =
        Revision.of(
            Lineage.of("raw").after("given"),
            op -> op.execute(sql("ALTER TABLE t ADD COLUMN n INTEGER").needsNoUndo()));
    String copy = killed("ADD COLUMN", GIVEN, raw);
    database.execute("CREATE TABLE " + copy + " (id INTEGER, n INTEGER)");
    assertThatThrownBy(() -> database.migrator(GIVEN, raw).upgrade())
        .isInstanceOf(InDoubtException.class)
        .hasMessageContaining("nothing was declared")
        .hasMessageContaining(copy + " may be a copy of t that it left");
    database.execute("DROP TABLE " + copy);
    database.migrator(GIVEN, raw).settle(raw.lineage().id(), Settlement.NOT_EXECUTED);
    ended(GIVEN, raw);
  }

  /** Code that changes the schema commits, so it is in doubt wherever it was killed. */
  @Test
  void aCopyThatCodeLeftIsNamed() throws SQLException {
    Revision byCode =
        Revision.of(
            Lineage.of("code").after("given"),
            op ->
                op.run(code("change t", it -> change(it.connection())).writes("t").needsNoUndo()));
    String copy = killed("ADD COLUMN", GIVEN, byCode);
    database.execute("CREATE TABLE " + copy + " (id INTEGER, n INTEGER)");
    assertThatThrownBy(() -> database.migrator(GIVEN, byCode).upgrade())
        .isInstanceOf(InDoubtException.class)
        .hasMessageContaining("it ended the transaction that it ran in")
        .hasMessageContaining(copy + " may be a copy of t that it left")
        .hasMessageContaining("nothing ran now");
    database.execute("DROP TABLE " + copy, "ALTER TABLE t ADD COLUMN n INTEGER");
    database.migrator(GIVEN, byCode).settle(byCode.lineage().id(), Settlement.EXECUTED);
    ended(GIVEN, byCode);
  }

  private static void change(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute("CREATE TABLE first (id INTEGER)");
      statement.execute("ALTER TABLE t ADD COLUMN n INTEGER");
    }
  }

  @Test
  void aCopyThatWasCompletedIsToldThoughTheSchemaIsAnother() throws SQLException {
    String copy = killed("ADD", GIVEN, ADDING);
    database.execute(
        "CREATE TABLE " + copy + " (id INTEGER, n INTEGER DEFAULT 7 NOT NULL)", "DROP TABLE t");
    assertThatThrownBy(() -> database.migrator(GIVEN, ADDING).upgrade())
        .isInstanceOf(InDoubtException.class)
        .hasMessageContaining("the schema is not as after it")
        .hasMessageContaining(copy + ", a copy that was left, was renamed to t now")
        .hasMessageNotContaining("nothing ran now");
    assertThat(database.relations()).extracting("name").containsExactly("t");
    assertThatThrownBy(() -> database.migrator(GIVEN, ADDING).upgrade())
        .isInstanceOf(InDoubtException.class)
        .hasMessageContaining("nothing ran now");
  }

  /** A copy is removed to find out, even if the revision cannot go on. */
  @Test
  void aCopyThatWasRemovedIsToldThoughTheRevisionWasEdited() throws SQLException {
    Revision two =
        Revision.of(
            Lineage.of("two").after("given"),
            op -> {
              op.createTable("other", column("n", integer()));
              op.addColumn("t", column("n", integer()));
            });
    Revision edited =
        Revision.of(
            Lineage.of("two").after("given"),
            op -> {
              op.createTable("another", column("n", integer()));
              op.addColumn("t", column("n", integer()));
            });
    String copy = killed("ADD", GIVEN, two);
    database.execute("CREATE TABLE " + copy + " (id INTEGER, n INTEGER)");
    assertThatThrownBy(() -> database.migrator(GIVEN, edited).upgrade())
        .hasMessageContaining(copy + ", a copy that was left, was removed now")
        .hasMessageNotContaining("nothing ran now");
    ended(GIVEN, two);
  }
}
