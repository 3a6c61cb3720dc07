package dev.migrate.kills;

import static dev.migrate.Ddl.column;
import static dev.migrate.Ddl.columns;
import static dev.migrate.Ddl.foreignKey;
import static dev.migrate.Ddl.index;
import static dev.migrate.Ddl.integer;
import static dev.migrate.Ddl.primaryKey;
import static dev.migrate.Ddl.row;
import static dev.migrate.Ddl.varchar;

import dev.migrate.Lineage;
import dev.migrate.Revision;
import dev.migrate.engine.Migrator;
import java.sql.Connection;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import liquibase.Scope;
import liquibase.UpdateSummaryOutputEnum;
import liquibase.command.CommandScope;
import liquibase.command.core.UpdateCommandStep;
import liquibase.command.core.helpers.DbUrlConnectionArgumentsCommandStep;
import liquibase.database.DatabaseFactory;
import liquibase.database.jvm.JdbcConnection;
import liquibase.resource.ClassLoaderResourceAccessor;
import liquibase.ui.LoggerUIService;
import org.flywaydb.core.Flyway;

/** What migrates: three changes of two tables and their rows, the same with each. */
enum Tool {
  /** With SQL files. */
  FLYWAY("Flyway") {
    @Override
    void migrate(DataSource database) {
      Flyway.configure().dataSource(database).locations("classpath:kills/flyway").load().migrate();
    }
  },
  /** With typed changes. */
  LIQUIBASE("Liquibase") {
    @Override
    void migrate(DataSource database) throws Exception {
      Map<String, Object> scope =
          Map.of(
              Scope.Attr.ui.name(),
              new LoggerUIService(),
              Scope.Attr.resourceAccessor.name(),
              new ClassLoaderResourceAccessor(),
              "liquibase.changelogLockWaitTimeInMinutes",
              0L);
      Scope.child(
          scope,
          () -> {
            try (Connection connection = database.getConnection()) {
              new CommandScope(UpdateCommandStep.COMMAND_NAME)
                  .addArgumentValue(
                      DbUrlConnectionArgumentsCommandStep.DATABASE_ARG,
                      DatabaseFactory.getInstance()
                          .findCorrectDatabaseImplementation(new JdbcConnection(connection)))
                  .addArgumentValue(UpdateCommandStep.CHANGELOG_FILE_ARG, "kills/liquibase.xml")
                  .addArgumentValue("showSummaryOutput", UpdateSummaryOutputEnum.LOG)
                  .execute();
            }
          });
    }
  },
  /** With typed operations. */
  MIGRATE("this library") {
    @Override
    void migrate(DataSource database) {
      Migrator.on(database).revisions(REVISIONS).build().upgrade();
    }
  };

  private static final List<Revision> REVISIONS =
      List.of(
          Revision.of(
              Lineage.of("accounts").root(),
              op -> {
                op.createTable(
                    "account",
                    column("id", integer()).notNull(),
                    column("name", varchar(50)),
                    primaryKey("id"));
                op.insert("account", columns("id", "name"), row(1, "ada"), row(2, "bob"));
              }),
          Revision.of(
              Lineage.of("emails").after("accounts"),
              op -> {
                op.addColumn("account", column("email", varchar(100)));
                op.createIndex("account", index("email").named("ix_email"));
                op.insert("account", columns("id", "email"), row(3, "c@example.org"));
              }),
          Revision.of(
              Lineage.of("posts").after("emails"),
              op -> {
                op.createTable(
                    "post",
                    column("id", integer()).notNull(),
                    column("author_id", integer()),
                    primaryKey("id"),
                    foreignKey("author_id").references("account", "id").named("fk_author"));
                op.insert("post", columns("id", "author_id"), row(1, 3));
                op.dropColumn("account", "name");
              }));

  private final String title;

  Tool(String title) {
    this.title = title;
  }

  /** Its name in a table. */
  String title() {
    return title;
  }

  /** Migrates a database to the end. */
  abstract void migrate(DataSource database) throws Exception;
}
