package dev.migrate.dialect.postgresql;

import static dev.migrate.Ddl.*;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.migrate.Lineage;
import dev.migrate.Operations;
import dev.migrate.Revision;
import dev.migrate.engine.Migrator;
import dev.migrate.report.DatabaseException;
import dev.migrate.report.HistoryException;
import dev.migrate.report.StatementException;
import dev.migrate.testkit.Databases;
import dev.migrate.testkit.dialect.contract.DatabaseContract;
import java.sql.Connection;
import java.sql.Statement;
import java.util.List;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A name without a namespace means one schema, whatever the search path has or comes to have. */
@ExtendWith(PostgresqlServer.class)
class PostgresqlPlaceTest implements DatabaseContract {

  private static final String TABLES =
      "SELECT table_schema || '.' || table_name || '.' || column_name"
          + " FROM information_schema.columns WHERE table_schema NOT LIKE 'pg\\_%'"
          + " AND table_schema <> 'information_schema' AND table_name <> 'migrate_history'"
          + " ORDER BY 1";

  private static final String HISTORIES =
      "SELECT schemaname FROM pg_tables WHERE tablename = 'migrate_history' ORDER BY 1";

  private final String url = PostgresqlServer.newDatabase("");
  private final DataSource database = Databases.of(url, "postgres", "");

  @Override
  public DataSource emptyDatabase() {
    return PostgresqlServer.emptyDatabase();
  }

  private DataSource in(String path) {
    return Databases.of(url + "&currentSchema=" + path, "postgres", "");
  }

  private static Revision root(Consumer<Operations> operations) {
    return Revision.of(Lineage.of("r1").root(), operations::accept);
  }

  private static Revision after(String parent, String id, Consumer<Operations> operations) {
    return Revision.of(Lineage.of(id).after(parent), operations::accept);
  }

  private static final Revision ACCOUNT =
      root(op -> op.createTable("account", column("id", bigint())));

  private static final Revision MORE =
      after("r1", "r2", op -> op.addColumn("account", column("x", integer())));

  @Test
  void tenantsDoNotRunEachOthersRevisions() {
    migrator(database, ACCOUNT).upgrade();
    execute(database, "CREATE SCHEMA tenant");
    DataSource tenant = in("tenant,public");
    assertThat(migrator(tenant, ACCOUNT).history().toString()).contains("[ ] r1");
    assertThat(migrator(tenant, ACCOUNT).upgrade().revisions()).hasSize(1);
    assertThat(migrator(tenant, ACCOUNT).upgrade().isEmpty()).isTrue();
    assertThat(migrator(tenant, ACCOUNT, MORE).upgrade().revisions()).hasSize(1);
    assertThat(rows(database, TABLES))
        .containsExactly("public.account.id", "tenant.account.id", "tenant.account.x");
    assertThat(rows(database, HISTORIES)).containsExactly("public", "tenant");
  }

  /** An empty history of another schema is none of ours either. */
  @Test
  void anEmptyHistoryFurtherAlongThePathIsNotOurs() {
    migrator(database, ACCOUNT).upgrade();
    execute(database, "DELETE FROM migrate_history", "CREATE SCHEMA tenant");
    migrator(in("tenant,public"), ACCOUNT).upgrade();
    assertThat(rows(database, HISTORIES)).containsExactly("public", "tenant");
    assertThat(rows(database, "SELECT * FROM public.migrate_history")).isEmpty();
  }

  /** Somebody dropped the table of this schema; that of another one is left alone. */
  @Test
  void aTableThatIsMissingIsNotLookedForElsewhere() {
    migrator(database, ACCOUNT).upgrade();
    execute(database, "CREATE SCHEMA tenant");
    DataSource tenant = in("tenant,public");
    migrator(tenant, ACCOUNT).upgrade();
    execute(database, "DROP TABLE tenant.account");
    assertThatThrownBy(() -> migrator(tenant, ACCOUNT, MORE).upgrade())
        .isInstanceOf(StatementException.class)
        .hasMessageContaining("tenant.account");
    assertThat(rows(database, TABLES)).containsExactly("public.account.id");
  }

  @Test
  void typesThatThePathFindsStillWork() {
    execute(
        database,
        "CREATE SCHEMA tenant",
        "CREATE SCHEMA ext",
        "CREATE DOMAIN ext.email AS text CHECK (VALUE LIKE '%@%')");
    Revision typed =
        root(
            op -> {
              op.createEnumType("mood", "happy", "sad");
              op.createSequence("number");
              op.createTable(
                  "account",
                  column("id", bigint()).identity(),
                  column("no", bigint()).defaultTo(nextValue("number")),
                  column("mail", nativeType("email")),
                  column("mood", enumType("mood")),
                  primaryKey("id"));
              op.createTable(
                  "post", column("author", bigint()), foreignKey("author").references("account"));
              op.createIndex("account", index("mail"));
              op.createView("mails", view("SELECT mail FROM account"));
              op.insert("account", columns("mail", "mood"), row("a@b", "sad"));
            });
    DataSource tenant = in("tenant,ext,public");
    migrator(tenant, typed).upgrade();
    assertThat(rows(database, "SELECT no, mail, mood FROM tenant.account"))
        .containsExactly("1 a@b sad");
    assertThat(rows(database, TABLES)).hasSize(6).allMatch(column -> column.startsWith("tenant."));
  }

  /** The schema that {@code "$user"} stands for is created by a revision. */
  @Test
  void aSchemaThatAppearsDuringTheCallChangesNothing() {
    Revision schema = after("r1", "r2", op -> op.createSchema("postgres"));
    Revision table = after("r2", "r3", op -> op.createTable("late", column("n", integer())));
    migrator(database, ACCOUNT, schema, table).upgrade();
    assertThat(rows(database, TABLES)).containsExactly("public.account.id", "public.late.n");
    assertThat(rows(database, HISTORIES)).containsExactly("public");
  }

  /** The same, by somebody else between two calls: which schema is meant, nobody has said. */
  @Test
  void aSchemaThatAppearsBetweenTwoCallsIsAskedAbout() {
    migrator(database, ACCOUNT).upgrade();
    execute(database, "CREATE SCHEMA postgres");
    assertThatThrownBy(() -> migrator(database, ACCOUNT, MORE).upgrade())
        .isInstanceOf(HistoryException.class)
        .hasMessageContaining("public")
        .hasMessageContaining("currentSchema=");
    assertThat(rows(database, TABLES)).containsExactly("public.account.id");
    migrator(in("public"), ACCOUNT, MORE).upgrade();
    migrator(in("postgres"), ACCOUNT).upgrade();
    assertThat(rows(database, TABLES))
        .containsExactly("postgres.account.id", "public.account.id", "public.account.x");
  }

  @Test
  void anEmptiedPathMovesNothing() throws Exception {
    Revision dump =
        root(
            op -> {
              op.execute(
                  sql("SELECT pg_catalog.set_config('search_path', '', false)").needsNoUndo());
              op.createTable("account", column("id", bigint()));
              op.execute(
                  sql("CREATE TABLE public.dumped AS SELECT current_setting('search_path') AS path")
                      .needsNoUndo());
            });
    try (Connection connection = database.getConnection();
        Statement statement = connection.createStatement()) {
      Migrator.on(connection).revisions(dump, MORE).build().upgrade();
      assertThat(rows(database, TABLES))
          .containsExactly("public.account.id", "public.account.x", "public.dumped.path");
      assertThat(rows(database, "SELECT path FROM dumped"))
          .as("raw SQL sees what the raw SQL before it has set")
          .containsExactly("");
      try (var path = statement.executeQuery("SHOW search_path")) {
        path.next();
        assertThat(path.getString(1)).isEqualTo("\"$user\", public");
      }
    }
  }

  @Test
  void codeThatSetsTheSchemaMovesNothing() {
    execute(database, "CREATE SCHEMA other");
    Revision code =
        root(
            op -> {
              op.run(
                  code("elsewhere", context -> context.connection().setSchema("other"))
                      .needsNoUndo());
              op.createTable("account", column("id", bigint()));
            });
    migrator(in("public,other"), code, MORE).upgrade();
    assertThat(rows(database, TABLES)).containsExactly("public.account.id", "public.account.x");
  }

  @Test
  void aTemporaryTableHidesNothing() throws Exception {
    migrator(database, ACCOUNT).upgrade();
    try (Connection connection = database.getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute("CREATE TEMP TABLE account (id int)");
      statement.execute("CREATE TEMP TABLE migrate_history (id int)");
      Migrator.on(connection).revisions(ACCOUNT, MORE).build().upgrade();
      assertThat(Migrator.on(connection).revisions(ACCOUNT, MORE).build().upgrade().isEmpty())
          .isTrue();
    }
    assertThat(rows(database, TABLES)).containsExactly("public.account.id", "public.account.x");
  }

  @Test
  void withoutASchemaNothingIsBegun() {
    for (String path : List.of("nowhere", "")) {
      DataSource nowhere =
          Databases.of(url + "&options=-c%20search_path%3D" + path, "postgres", "");
      assertThatThrownBy(() -> migrator(nowhere, ACCOUNT).upgrade())
          .isInstanceOf(DatabaseException.class)
          .hasMessageContaining("no schema is current")
          .hasMessageContaining("nothing was changed")
          .hasMessageContaining("currentSchema");
    }
    assertThat(rows(database, HISTORIES)).isEmpty();
  }

  @Test
  void aHistoryWhoseSchemaIsMissingIsSaidToBe() {
    Revision app = root(op -> op.createSchema("app"));
    Migrator migrator =
        Migrator.on(database).revisions(app).historyTable("app.migrate_history").build();
    assertThatThrownBy(migrator::upgrade)
        .isInstanceOf(DatabaseException.class)
        .hasMessageContaining("there is no schema app for the history table")
        .hasMessageContaining("nothing was changed")
        .hasMessageContaining("create the schema by hand and call again");
    execute(database, "CREATE SCHEMA app");
    Migrator.on(database)
        .revisions(root(op -> op.createTable("account", column("id", bigint()))))
        .historyTable("app.migrate_history")
        .build()
        .upgrade();
    assertThat(rows(database, HISTORIES)).containsExactly("app");
  }

  @Test
  void aReadOnlyDatabaseIsRefusedBeforeAnythingIsWritten() {
    DataSource readOnly =
        Databases.of(url + "&options=-c%20default_transaction_read_only%3Don", "postgres", "");
    assertThatThrownBy(() -> migrator(readOnly, ACCOUNT).upgrade())
        .isInstanceOf(DatabaseException.class)
        .hasMessageContaining("the database is read-only")
        .hasMessageContaining("nothing was changed");
  }

  /** With another search path the statements have other names, and mean the same. */
  @Test
  void aRevisionGoesOnWithAnotherPath() {
    execute(database, "CREATE SCHEMA tenant");
    Revision index =
        after("r1", "r2", op -> op.createIndexConcurrently("account", index("id").unique()));
    migrator(in("tenant"), ACCOUNT).upgrade();
    execute(database, "INSERT INTO tenant.account VALUES (1), (1)");
    for (String path : List.of("tenant,public", "tenant", "tenant,public")) {
      assertThatThrownBy(() -> migrator(in(path), ACCOUNT, index).upgrade())
          .isInstanceOf(StatementException.class)
          .hasMessageContaining("SQLState 23505");
    }
    execute(database, "DELETE FROM tenant.account");
    migrator(in("tenant"), ACCOUNT, index).upgrade();
    assertThat(migrator(in("tenant,public"), ACCOUNT, index).upgrade().isEmpty()).isTrue();
  }
}
