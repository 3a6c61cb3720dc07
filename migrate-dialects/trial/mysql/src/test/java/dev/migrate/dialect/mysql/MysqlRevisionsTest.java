package dev.migrate.dialect.mysql;

import static dev.migrate.Ddl.*;

import dev.migrate.Lineage;
import dev.migrate.Revision;
import dev.migrate.testkit.RevisionContract;
import dev.migrate.testkit.Scenario;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;

/**
 * The contract that users implement, on revisions that use what these servers have of their own.
 */
class MysqlRevisionsTest {

  private static final List<Revision> REVISIONS =
      List.of(
          Revision.of(
              Lineage.of("001_teams").root(),
              op -> {
                op.createEnumType("mood", "sad", "happy");
                op.createTable(
                    "team",
                    column("id", bigint()).identity(),
                    column("name", varchar(40)).notNull().comment("it's \\ \"so\""),
                    column("mood", enumType("mood")).notNull().defaultTo("happy"),
                    column("facts", json()),
                    column("made", timestamp(3)).notNull().defaultTo(currentTimestamp()),
                    primaryKey("id"),
                    unique("name"));
              }),
          Revision.of(
              Lineage.of("002_members").after("001_teams"),
              op ->
                  op.createTable(
                      "member",
                      column("id", bigint()).identity(),
                      column("team_id", bigint()),
                      column("note", text()),
                      primaryKey("id"),
                      foreignKey("team_id").references("team").onDelete(CASCADE))),
          Revision.of(
              Lineage.of("003_notes").after("002_members"),
              op -> {
                op.createIndex("member", index(asc("note").prefix(20)).named("ix_note"));
                op.createIndex("member", index("team_id", "id"));
                op.alterColumn("team", "name", type(varchar(80)));
                op.addCheck("team", check("name <> ''").named("ck_name"));
              }),
          Revision.of(
              Lineage.of("004_names").after("003_notes"),
              op -> {
                op.renameColumn("team", "name", "title");
                op.dropIndex("member", "ix_member_team_id_id");
              }));

  @Nested
  class OnMariadb extends Revisions {

    @Override
    TestServer server() {
      return TestServer.mariadb();
    }
  }

  @Nested
  @EnabledIfEnvironmentVariable(
      named = TestServer.MYSQL_URL,
      matches = ".+",
      disabledReason = TestServer.NO_MYSQL)
  class OnMysql extends Revisions {

    @Override
    TestServer server() {
      return TestServer.mysql();
    }
  }

  abstract static class Revisions implements RevisionContract {

    abstract TestServer server();

    @Override
    public Scenario scenario() {
      return Scenario.of(REVISIONS).on(server().emptyDatabase());
    }

    @Test
    void attributesThatNobodyMentionedStay() {
      scenario()
          .upgradeTo("002_members")
          .given("INSERT INTO team (name) VALUES ('red')")
          .upgradeTo("004_names")
          .expectRows(
              "SELECT title, mood, COLUMN_COMMENT, COLUMN_TYPE, IS_NULLABLE"
                  + " FROM team, INFORMATION_SCHEMA.COLUMNS"
                  + " WHERE TABLE_SCHEMA = DATABASE() AND TABLE_NAME = 'team'"
                  + " AND COLUMN_NAME = 'title'",
              row("red", "happy", "it's \\ \"so\"", "varchar(80)", "NO"));
    }
  }
}
