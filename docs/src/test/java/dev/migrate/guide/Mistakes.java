package dev.migrate.guide;

import static dev.migrate.Ddl.*;

import dev.migrate.Lineage;
import dev.migrate.Operations;
import dev.migrate.Revision;
import dev.migrate.engine.Migrator;
import dev.migrate.engine.RevisionGraph;
import dev.migrate.quickstart.revision.AddEmail;
import dev.migrate.quickstart.revision.CreateUser;
import dev.migrate.quickstart.revision.RenameToLogin;
import dev.migrate.quickstart.revision.RenameUsername;
import dev.migrate.report.StatementException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javax.sql.DataSource;

/** Makes the mistakes whose messages the guide shows. */
record Mistakes(DataSource dataSource) {

  void make(String name) throws SQLException {
    switch (name) {
      case "definition" -> column("seen_at", timestamp()).defaultTo("now()");
      case "graph" -> RevisionGraph.of(new CreateAccounts(), after("001_create_acounts", op -> {}));
      case "target" -> migrator().upgrade("003_widen_logins");
      case "several-heads" -> twoHeads().upgrade("head");
      case "plan" -> with(op -> op.addColumn("acount", column("age", integer()))).upgrade();
      case "unsupported" ->
          with(op -> op.createIndex("account", index(expression("lower(login)")).named("ix_login")))
              .upgrade();
      case "no-undo" -> {
        Migrator migrator = with(op -> op.execute(sql("ANALYZE")));
        migrator.upgrade();
        migrator.downgrade("-1");
      }
      case "statement" -> duplicates();
      case "changed" -> {
        with(op -> op.addColumn("account", column("age", integer()))).upgrade();
        with(op -> op.addColumn("account", column("age", bigint()))).upgrade();
      }
      case "raw-failure" ->
          with(op -> op.execute(sql("CREATE TABL legacy (id integer)"))).upgrade();
      case "in-doubt" -> {
        Migrator migrator =
            with(op -> op.execute(sql("CREATE TABLE legacy AS SELECT 1 / 0 AS id")));
        try {
          migrator.upgrade();
        } catch (StatementException expected) {
          migrator.upgrade();
        }
      }
      case "fresh" -> {
        migrator().upgrade();
        Migrator.on(dataSource)
            .revisions(Guide.revisions())
            .historyTable("another_history")
            .build()
            .upgrade();
      }
      case "missing" -> missing();
      case "mismatch" -> {
        migrator().upgrade(CreateAccounts.ID);
        execute(
            "DROP TABLE migrate_history",
            "ALTER TABLE account DROP CONSTRAINT ck_account_balance",
            "ALTER TABLE account ALTER COLUMN login SET DATA TYPE varchar(200)",
            "ALTER TABLE account ADD COLUMN born date");
        migrator().stamp("001_create_accounts");
      }
      case "validation" -> {
        migrator().upgrade(CreateAccounts.ID);
        migrator().validate();
      }
      case "restated" -> {
        execute("CREATE SEQUENCE ticket MAXVALUE 99 CYCLE");
        Revision declared =
            Revision.of(Lineage.of("001_ticket").root(), op -> op.createSequence("ticket"));
        Revision dropped =
            Revision.of(
                Lineage.of("002_drop").after("001_ticket"), op -> op.dropSequence("ticket"));
        Migrator migrator = Migrator.on(dataSource).revisions(declared, dropped).build();
        migrator.stampAccepting("nobody counts beyond 99", "001_ticket");
        migrator.upgrade();
      }
      case "conflict" -> names(new RenameUsername(), new RenameToLogin()).upgrade();
      case "repeated" ->
          names(
                  new AddEmail(),
                  new RenameUsername(),
                  Revision.of(
                      Lineage.of("003_merge").after(AddEmail.ID, RenameUsername.ID),
                      op -> {
                        op.addColumn("user", column("email", varchar(255)));
                        op.renameColumn("user", "username", "user_name");
                      }))
              .upgrade();
      case "join-twice" ->
          Migrator.on(dataSource)
              .revisions(
                  new CreateAccounts(),
                  new AddAccountEmail(),
                  after(
                      AddAccountEmail.ID.value(),
                      op -> op.addColumn("account", column("email", varchar(255)))))
              .build()
              .upgrade();
      case "transaction" -> {
        try (Connection connection = dataSource.getConnection()) {
          connection.setAutoCommit(false);
          Migrator.on(connection).revisions(Guide.revisions()).build().upgrade();
        }
      }
      default -> throw new IllegalArgumentException(name);
    }
  }

  private void duplicates() throws SQLException {
    migrator().upgrade(CreateAccounts.ID);
    Revision unique =
        after(
            CreateAccounts.ID.value(),
            op -> {
              op.addColumn("account", column("email", varchar(320)).notNull().defaultTo(""));
              op.createIndex("account", index("email").unique());
            });
    execute(
        "INSERT INTO team (name) VALUES ('a')",
        "INSERT INTO account (team_id, login) VALUES (1, 'ada'), (1, 'grace')");
    Migrator.on(dataSource).revisions(new CreateAccounts(), unique).build().upgrade();
  }

  private void execute(String... statements) throws SQLException {
    try (Connection connection = dataSource.getConnection();
        Statement statement = connection.createStatement()) {
      for (String sql : statements) {
        statement.execute(sql);
      }
    }
  }

  private void missing() {
    Consumer<Operations> reset =
        op -> op.execute(sql("UPDATE account SET balance = 0").needsNoUndo());
    with(reset).upgrade();
    Lineage later =
        Lineage.of("002_mistake").after(CreateAccounts.ID).dependsOn(AddAccountEmail.ID);
    Migrator.on(dataSource)
        .revisions(new CreateAccounts(), new AddAccountEmail(), Revision.of(later, reset))
        .build()
        .upgrade();
  }

  private Migrator names(Revision... branches) {
    List<Revision> all = new ArrayList<>(List.of(new CreateUser()));
    all.addAll(List.of(branches));
    return Migrator.on(dataSource).revisions(all).build();
  }

  private Migrator migrator() {
    return Migrator.on(dataSource).revisions(Guide.revisions()).build();
  }

  private Migrator with(Consumer<Operations> mistake) {
    return Migrator.on(dataSource)
        .revisions(new CreateAccounts(), after(CreateAccounts.ID.value(), mistake))
        .build();
  }

  private Migrator twoHeads() {
    return Migrator.on(dataSource)
        .revisions(
            List.of(
                new CreateAccounts(),
                new AddAccountEmail(),
                after(CreateAccounts.ID.value(), op -> {})))
        .build();
  }

  private static Revision after(String parent, Consumer<Operations> upgrade) {
    return Revision.of(Lineage.of("002_mistake").after(parent), upgrade);
  }
}
