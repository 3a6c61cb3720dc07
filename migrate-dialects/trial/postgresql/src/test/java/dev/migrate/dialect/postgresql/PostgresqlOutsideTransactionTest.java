package dev.migrate.dialect.postgresql;

import static dev.migrate.Ddl.check;
import static dev.migrate.Ddl.column;
import static dev.migrate.Ddl.columns;
import static dev.migrate.Ddl.defaultTo;
import static dev.migrate.Ddl.enumType;
import static dev.migrate.Ddl.index;
import static dev.migrate.Ddl.integer;
import static dev.migrate.Ddl.row;
import static dev.migrate.Ddl.sql;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.migrate.Lineage;
import dev.migrate.Operations;
import dev.migrate.Revision;
import dev.migrate.engine.Migrator;
import dev.migrate.report.StatementException;
import dev.migrate.schema.QualifiedName;
import dev.migrate.testkit.dialect.jdbc.FailingDataSource;
import dev.migrate.testkit.dialect.jdbc.FailingDataSource.Moment;
import java.sql.SQLException;
import java.util.List;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Revisions with statements that PostgreSQL does not take inside of a transaction. */
@ExtendWith(PostgresqlServer.class)
class PostgresqlOutsideTransactionTest {

  private static final String LEFTOVERS =
      "SELECT relname FROM pg_class JOIN pg_index ON indexrelid = oid WHERE NOT indisvalid";

  private static final QualifiedName TABLE_NAME = QualifiedName.of("t");

  private static final Revision TABLE =
      Revision.of(
          Lineage.of("table").root(),
          op -> {
            op.createTable("t", column("a", integer()), column("b", integer()));
            op.insert("t", columns("a", "b"), row(1, 1), row(1, 2));
          });

  private final DataSource database = PostgresqlServer.emptyDatabase();

  private static Revision after(String parent, String id, Consumer<Operations> operations) {
    return Revision.of(Lineage.of(id).after(parent), operations);
  }

  private static Migrator migrator(DataSource database, Revision... revisions) {
    return Migrator.on(database).revisions(List.of(revisions)).build();
  }

  @Test
  void anIndexThatCouldNotBeFinishedIsRemovedBeforeTheNextAttempt() throws SQLException {
    Revision indexed =
        after(
            "table",
            "indexed",
            op -> {
              op.addColumn("t", column("c", integer()));
              op.createIndexConcurrently("t", index("a").unique().named("ux"));
              op.addColumn("t", column("d", integer()));
            });
    Migrator migrator = migrator(database, TABLE, indexed);
    assertThatThrownBy(migrator::upgrade)
        .isInstanceOf(StatementException.class)
        .hasMessageContaining("statement 2 of 3")
        .hasMessageContaining("could not create unique index");
    try (LivePostgresql live = new LivePostgresql(database)) {
      assertThat(live.query(LEFTOVERS)).containsExactly("ux");
      assertThat(live.inspect().table(TABLE_NAME).indexes()).isEmpty();
      assertThatThrownBy(migrator::upgrade).hasMessageContaining("could not create unique index");
      live.execute("DELETE FROM t WHERE b = 2");
      migrator.upgrade();
      assertThat(live.query(LEFTOVERS)).isEmpty();
      assertThat(live.inspect().table(TABLE_NAME).indexes()).hasSize(1);
      migrator.downgrade("table");
      assertThat(live.inspect().table(TABLE_NAME).indexes()).isEmpty();
    }
  }

  @ParameterizedTest
  @EnumSource(Moment.class)
  void anIndexWhoseCreationWasKilledIsThereOnce(Moment moment) throws SQLException {
    FailingDataSource failing = new FailingDataSource(database);
    Revision indexed =
        after("table", "indexed", op -> op.createIndexConcurrently("t", index("a").named("ix")));
    migrator(failing, TABLE).upgrade();
    failing.dieAt("CONCURRENTLY", moment);
    assertThatThrownBy(() -> migrator(failing, TABLE, indexed).upgrade()).isInstanceOf(Error.class);
    failing.calm();
    migrator(failing, TABLE, indexed).upgrade();
    try (LivePostgresql live = new LivePostgresql(database)) {
      assertThat(live.inspect().table(TABLE_NAME).indexes()).hasSize(1);
      assertThat(live.query(LEFTOVERS)).isEmpty();
    }
  }

  /** What a cancelled {@code DROP INDEX CONCURRENTLY} leaves looks as if it were gone. */
  @Test
  void anIndexThatCouldNotBeDroppedQuiteIsDroppedByTheNextAttempt() throws SQLException {
    Revision plain = after("table", "plain", op -> op.createIndex("t", index("a").named("ix")));
    Revision dropped = after("plain", "dropped", op -> op.dropIndexConcurrently("t", "ix"));
    FailingDataSource failing = new FailingDataSource(database);
    migrator(failing, TABLE, plain).upgrade();
    failing.dieAt("DROP INDEX CONCURRENTLY ix", Moment.BEFORE);
    assertThatThrownBy(() -> migrator(failing, TABLE, plain, dropped).upgrade())
        .isInstanceOf(Error.class);
    failing.calm();
    try (LivePostgresql live = new LivePostgresql(database)) {
      live.execute("UPDATE pg_index SET indisvalid = false WHERE indexrelid = 'ix'::regclass");
      migrator(failing, TABLE, plain, dropped).upgrade();
      assertThat(live.query("SELECT relname FROM pg_class WHERE relname = 'ix'")).isEmpty();
    }
  }

  @Test
  void aLabelCanBeUsedInTheRevisionThatAddsIt() throws SQLException {
    Revision moods =
        after(
            "table",
            "moods",
            op -> {
              op.createEnumType("mood", "sad");
              op.addColumn("t", column("m", enumType("mood")));
              op.addEnumValue("mood", "happy");
              op.alterColumn("t", "m", defaultTo("happy"));
              op.execute(sql("UPDATE t SET m = 'happy'").writes("t", "m").needsNoUndo());
            });
    migrator(database, TABLE, moods).upgrade();
    try (LivePostgresql live = new LivePostgresql(database)) {
      assertThat(live.query("SELECT m FROM t")).containsExactly("happy", "happy");
    }
  }

  @Test
  void rawSqlThatRefusesTransactionsRuns() {
    Revision vacuum =
        after(
            "table",
            "vacuum",
            op -> op.execute(sql("VACUUM t").outsideTransaction().writes("t").needsNoUndo()));
    assertThat(migrator(database, TABLE, vacuum).upgrade().revisions()).hasSize(2);
  }

  @Test
  void rowsThatDisobeyAreFoundWhenTheConstraintIsValidated() throws SQLException {
    Revision open =
        after("table", "open", op -> op.addCheck("t", check("b < 2").named("ck").notValid()));
    Revision valid = after("open", "valid", op -> op.validateConstraint("t", "ck"));
    Migrator migrator = migrator(database, TABLE, open, valid);
    assertThatThrownBy(migrator::upgrade)
        .hasMessageStartingWith("revision valid failed")
        .hasMessageContaining("ck")
        .hasMessageContaining("nothing of this revision");
    try (LivePostgresql live = new LivePostgresql(database)) {
      live.execute("DELETE FROM t WHERE b = 2");
      migrator.upgrade();
      migrator.downgrade("table");
      assertThat(live.inspect().table(TABLE_NAME).constraints()).isEmpty();
    }
  }
}
