package dev.migrate.dialect.h2;

import static dev.migrate.Ddl.*;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.migrate.Lineage;
import dev.migrate.Revision;
import dev.migrate.engine.Migrator;
import dev.migrate.report.InDoubtException;
import dev.migrate.report.StatementException;
import dev.migrate.testkit.Databases;
import dev.migrate.testkit.dialect.contract.DatabaseContract;
import java.sql.Connection;
import java.sql.Statement;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

/** A name without a namespace means one schema, whatever the session is set to. */
class H2PlaceTest implements DatabaseContract {

  private static final String TABLES =
      "SELECT TABLE_SCHEMA || '.' || TABLE_NAME FROM INFORMATION_SCHEMA.TABLES"
          + " WHERE TABLE_SCHEMA <> 'INFORMATION_SCHEMA' AND TABLE_NAME NOT LIKE '%LOCK'"
          + " ORDER BY 1";

  private static final Revision ACCOUNT =
      Revision.of(Lineage.of("r1").root(), op -> op.createTable("account", column("id", bigint())));

  private static final Revision MORE =
      Revision.of(
          Lineage.of("r2").after("r1"),
          op -> {
            op.addColumn("account", column("x", integer()));
            op.createIndex("account", index("x"));
          });

  private final String url = "jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1";
  private final DataSource database = Databases.of(url, "sa", "");

  @Override
  public DataSource emptyDatabase() {
    return Databases.h2();
  }

  /** A search path is searched after the schema that is current. */
  @Test
  void aSearchPathLeadsNowhereElse() {
    migrator(database, ACCOUNT).upgrade();
    execute(database, "CREATE SCHEMA tenant");
    String path = ";SCHEMA=TENANT;SCHEMA_SEARCH_PATH=TENANT,PUBLIC";
    DataSource tenant = Databases.of(url + path, "sa", "");
    assertThat(migrator(tenant, ACCOUNT).upgrade().revisions()).hasSize(1);
    assertThat(migrator(tenant, ACCOUNT).upgrade().isEmpty()).isTrue();
    assertThat(migrator(tenant, ACCOUNT, MORE).upgrade().revisions()).hasSize(1);
    assertThat(rows(database, TABLES))
        .containsExactly(
            "PUBLIC.ACCOUNT", "PUBLIC.MIGRATE_HISTORY", "TENANT.ACCOUNT", "TENANT.MIGRATE_HISTORY");
    execute(database, "DROP TABLE tenant.account");
    Revision third =
        Revision.of(Lineage.of("r3").after("r2"), op -> op.dropColumn("account", "id"));
    assertThatThrownBy(() -> migrator(tenant, ACCOUNT, MORE, third).upgrade())
        .isInstanceOf(StatementException.class);
    assertThat(rows(database, "SELECT COUNT(id) FROM public.account")).containsExactly("0");
  }

  @Test
  void aSchemaThatRawSqlSetsMovesNothing() throws Exception {
    execute(database, "CREATE SCHEMA other");
    Revision sets =
        Revision.of(
            Lineage.of("r1").root(),
            op -> {
              op.execute(sql("SET SCHEMA other").needsNoUndo());
              op.createTable("account", column("id", bigint()));
              op.execute(sql("CREATE TABLE raw (id INT)").needsNoUndo());
              op.insert("account", columns("id"), row(1));
            });
    try (Connection connection = database.getConnection();
        Statement statement = connection.createStatement()) {
      Migrator.on(connection).revisions(sets, MORE).build().upgrade();
      assertThat(rows(database, TABLES))
          .containsExactly("OTHER.RAW", "PUBLIC.ACCOUNT", "PUBLIC.MIGRATE_HISTORY");
      statement.execute("SELECT x FROM account");
    }
  }

  /** H2 commits before it changes the schema. */
  @Test
  void codeThatChangesTheSchemaIsReported() {
    Revision code =
        Revision.of(
            Lineage.of("r2").after("r1"),
            op ->
                op.run(
                    code(
                            "changes",
                            context -> {
                              try (Statement statement = context.connection().createStatement()) {
                                statement.execute("INSERT INTO account VALUES (1)");
                                statement.execute("CREATE TABLE made (id INT)");
                                statement.execute("INSERT INTO nowhere VALUES (1)");
                              }
                            })
                        .writes("account")
                        .needsNoUndo()));
    Migrator migrator = migrator(database, ACCOUNT, code);
    assertThatThrownBy(migrator::upgrade)
        .isInstanceOf(StatementException.class)
        .hasMessageContaining("what this one did before is committed")
        .hasMessageContaining("nowhere".toUpperCase(java.util.Locale.ROOT));
    assertThatThrownBy(migrator::upgrade).isInstanceOf(InDoubtException.class);
    assertThat(rows(database, "SELECT * FROM account")).containsExactly("1");
  }

  /** A statement that commits by itself, and was executed, is done. */
  @Test
  void rawSqlThatCommitsByItselfGoesOn() {
    Revision truncates =
        Revision.of(
            Lineage.of("r2").after("r1"),
            op -> {
              op.execute(sql("TRUNCATE TABLE account").writes("account").needsNoUndo());
              op.insert("account", columns("id"), row(2));
            });
    migrator(database, ACCOUNT).upgrade();
    execute(database, "INSERT INTO account VALUES (1)");
    migrator(database, ACCOUNT, truncates).upgrade();
    assertThat(rows(database, "SELECT * FROM account")).containsExactly("2");
    assertThat(migrator(database, ACCOUNT, truncates).upgrade().isEmpty()).isTrue();
  }

  /** Of several statements the first may have been executed, whatever became of the second. */
  @Test
  void severalStatementsOfWhichOneIsRefusedAreInDoubt() {
    Revision two =
        Revision.of(
            Lineage.of("r2").after("r1"),
            op ->
                op.execute(
                    sql("INSERT INTO account VALUES (1); INSERT INTO nowhere VALUES (1)")
                        .needsNoUndo()));
    Migrator migrator = migrator(database, ACCOUNT, two);
    assertThatThrownBy(migrator::upgrade)
        .isInstanceOf(StatementException.class)
        .hasMessageContaining("settle");
    assertThatThrownBy(migrator::upgrade).isInstanceOf(InDoubtException.class);
    assertThat(rows(database, "SELECT * FROM account")).containsExactly("1");
  }
}
