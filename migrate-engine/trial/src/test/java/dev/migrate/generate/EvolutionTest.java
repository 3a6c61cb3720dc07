package dev.migrate.generate;

import static dev.migrate.Ddl.*;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.googlejavaformat.java.Formatter;
import dev.migrate.Recording;
import dev.migrate.Revision;
import dev.migrate.engine.Migrator;
import dev.migrate.engine.RevisionGraph;
import dev.migrate.model.Model;
import dev.migrate.report.PlanException;
import dev.migrate.schema.DeclaredTable;
import dev.migrate.schema.DialectName;
import dev.migrate.testkit.Databases;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A model changes again and again; each change becomes a revision that runs where rows are. */
class EvolutionTest {

  @TempDir Path folder;

  private int undone;

  /**
   * A change of the model.
   *
   * @param rows what an application inserts before the next change
   */
  private record Change(String message, Model model, Answers answers, String... rows) {}

  private static final DeclaredTable TEAM =
      table(
          "team",
          column("id", bigint()).identity(),
          column("title", varchar(50)).notNull(),
          primaryKey("id"));

  private static final DeclaredTable LED_TEAM =
      table(
          "team",
          column("id", bigint()).identity(),
          column("title", varchar(50)).notNull(),
          column("leader_id", bigint()),
          primaryKey("id"),
          foreignKey("leader_id").references("account", "id").onDelete(SET_NULL));

  private static DeclaredTable leadBy(String table) {
    return table(
        "team",
        column("id", bigint()).identity(),
        column("title", varchar(50)).notNull(),
        column("leader_id", bigint()),
        primaryKey("id"),
        foreignKey("leader_id").references(table, "id").onDelete(SET_NULL));
  }

  private static Model moody(DeclaredTable... tables) {
    return Model.of(tables).withEnumType("mood", "glad", "calm", "sad");
  }

  private static final List<Change> CHANGES =
      List.of(
          new Change(
              "create accounts",
              Model.of(
                      table(
                          "account",
                          column("id", bigint()).identity(),
                          column("name", varchar(50)).notNull(),
                          column("mail", varchar(100)),
                          primaryKey("id")))
                  .withEnumType("mood", "glad", "sad"),
              Answers.none(),
              "INSERT INTO account (name, mail) VALUES ('Ada Lovelace', 'ada@x')",
              "INSERT INTO account (name) VALUES ('Alan Turing')"),
          new Change(
              "call it email",
              Model.of(
                      table(
                          "account",
                          column("id", bigint()).identity(),
                          column("name", varchar(50)).notNull(),
                          column("email", varchar(100)).was("mail"),
                          primaryKey("id")))
                  .withEnumType("mood", "glad", "sad"),
              Answers.none()),
          new Change(
              "longer names",
              Model.of(
                      table(
                          "account",
                          column("id", bigint()).identity(),
                          column("name", varchar(200)).notNull(),
                          column("email", varchar(100)).was("mail"),
                          primaryKey("id")))
                  .withEnumType("mood", "glad", "sad"),
              Answers.none()),
          new Change(
              "first and last name",
              Model.of(
                      table(
                          "account",
                          column("id", bigint()).identity(),
                          column("first_name", varchar(200)).notNull(),
                          column("last_name", varchar(200)).notNull(),
                          column("email", varchar(100)),
                          primaryKey("id")))
                  .withEnumType("mood", "glad", "sad"),
              Answers.parse(
                  List.of(
                      "--drop",
                      "account.name",
                      "--fill-sql",
                      "account.first_name=substr(name, 1, 4)",
                      "--fill-sql",
                      "account.last_name=substr(name, 5)"))),
          new Change(
              "calm is a mood",
              moody(
                  table(
                      "account",
                      column("id", bigint()).identity(),
                      column("first_name", varchar(200)).notNull(),
                      column("last_name", varchar(200)).notNull(),
                      column("email", varchar(100)),
                      primaryKey("id"))),
              Answers.none()),
          new Change(
              "moods of accounts",
              moody(
                  table(
                      "account",
                      column("id", bigint()).identity(),
                      column("first_name", varchar(200)).notNull(),
                      column("last_name", varchar(200)).notNull(),
                      column("email", varchar(100)),
                      column("mood", enumType("mood")).notNull().defaultTo("glad"),
                      primaryKey("id"))),
              Answers.none(),
              "INSERT INTO account (first_name, last_name, mood)"
                  + " VALUES ('Grace', 'Hopper', 'sad')"),
          new Change(
              "everybody has an address",
              moody(
                  table(
                      "account",
                      column("id", bigint()).identity(),
                      column("first_name", varchar(200)).notNull(),
                      column("last_name", varchar(200)).notNull(),
                      column("email", varchar(100)).notNull(),
                      column("mood", enumType("mood")).notNull().defaultTo("glad"),
                      primaryKey("id"))),
              Answers.none().filled("account.email", "unknown")),
          new Change(
              "not everybody has an address",
              moody(
                  table(
                      "account",
                      column("id", bigint()).identity(),
                      column("first_name", varchar(200)).notNull(),
                      column("last_name", varchar(200)),
                      column("email", varchar(100)),
                      column("mood", enumType("mood")).notNull().defaultTo("glad"),
                      primaryKey("id"))),
              Answers.none()),
          new Change(
              "teams of accounts",
              moody(
                  TEAM,
                  table(
                      "account",
                      column("id", bigint()).identity(),
                      column("first_name", varchar(200)).notNull(),
                      column("last_name", varchar(200)),
                      column("email", varchar(100)),
                      column("mood", enumType("mood")).notNull().defaultTo("glad"),
                      column("team_id", bigint()),
                      primaryKey("id"),
                      foreignKey("team_id").references("team", "id"),
                      index("team_id"))),
              Answers.none(),
              "INSERT INTO team (title) VALUES ('pioneers')",
              "UPDATE account SET team_id = (SELECT min(id) FROM team)"),
          new Change(
              "accounts lead teams",
              moody(
                  LED_TEAM,
                  table(
                      "account",
                      column("id", bigint()).identity(),
                      column("first_name", varchar(200)).notNull(),
                      column("last_name", varchar(200)),
                      column("email", varchar(100)),
                      column("mood", enumType("mood")).notNull().defaultTo("glad"),
                      primaryKey("id"))),
              Answers.none().dropped("account.team_id"),
              "UPDATE team SET leader_id = (SELECT min(id) FROM account)"),
          new Change(
              "people",
              moody(
                  leadBy("person"),
                  table(
                      "person",
                      column("id", bigint()).identity(),
                      column("first_name", varchar(200)).notNull(),
                      column("last_name", varchar(200)),
                      column("email", varchar(100)),
                      column("mood", enumType("mood")).notNull().defaultTo("glad"),
                      primaryKey("id"))),
              Answers.none().renamed("account", "person")),
          new Change(
              "employees are people",
              moody(
                  leadBy("person"),
                  person(),
                  table(
                      "employee",
                      column("id", bigint()),
                      column("salary", decimal(10, 2)).notNull(),
                      primaryKey("id"),
                      foreignKey("id").references("person", "id"),
                      check("salary >= 0").named("paid"))),
              Answers.none(),
              "INSERT INTO employee SELECT id, 10 FROM person"),
          new Change(
              "one table for people",
              moody(leadBy("person"), onePerson("sad")),
              Answers.none().dropped("employee").filled("person.kind", "E")),
          new Change(
              "unhappy",
              Model.of(leadBy("person"), onePerson("unhappy"))
                  .withEnumType("mood", "glad", "calm", "unhappy"),
              Answers.none().renamed("mood.sad", "unhappy"),
              "INSERT INTO person (first_name, mood, kind)" + " VALUES ('Edsger', 'unhappy', 'P')"),
          new Change(
              "addresses and views",
              Model.of(
                      leadBy("person"),
                      table(
                          "person",
                          column("id", bigint()).identity(),
                          column("first_name", varchar(200)).notNull(),
                          column("last_name", varchar(200)),
                          column("email", varchar(100)),
                          column("mood", enumType("mood")).notNull().defaultTo("unhappy"),
                          column("kind", varchar(1)).notNull(),
                          column("salary", decimal(12, 2)),
                          primaryKey("id"),
                          check("salary > 0").named("paid"),
                          index("email")))
                  .withEnumType("mood", "glad", "calm", "unhappy")
                  .withView(
                      "employee",
                      view("SELECT id, salary FROM person WHERE kind = 'E'").reads("person")),
              Answers.none()));

  private static DeclaredTable person() {
    return table(
        "person",
        column("id", bigint()).identity(),
        column("first_name", varchar(200)).notNull(),
        column("last_name", varchar(200)),
        column("email", varchar(100)),
        column("mood", enumType("mood")).notNull().defaultTo("glad"),
        primaryKey("id"));
  }

  private static DeclaredTable onePerson(String mood) {
    return table(
        "person",
        column("id", bigint()).identity(),
        column("first_name", varchar(200)).notNull(),
        column("last_name", varchar(200)),
        column("email", varchar(100)),
        column("mood", enumType("mood")).notNull().defaultTo(mood),
        column("kind", varchar(1)).notNull(),
        column("salary", decimal(10, 2)),
        primaryKey("id"));
  }

  @Test
  void onH2() throws Exception {
    assertThat(evolved(H2, Databases.h2())).isEqualTo("[Ada , Alan, Edsger, Grace]");
  }

  @Test
  void onSqlite() throws Exception {
    DataSource database = Databases.of("jdbc:sqlite:" + folder.resolve("evolution.db"), "", "");
    assertThat(evolved(SQLITE, database)).isEqualTo("[Ada , Alan, Edsger, Grace]");
  }

  private String evolved(DialectName dialect, DataSource database) throws Exception {
    List<Revision> revisions = new ArrayList<>();
    List<RevisionSource> sources = new ArrayList<>();
    Clock clock = Clock.fixed(Instant.parse("2026-11-30T10:00:00Z"), ZoneOffset.UTC);
    for (Change change : CHANGES) {
      clock = Clock.offset(clock, Duration.ofDays(1));
      Generator generator =
          Generator.of(RevisionGraph.of(revisions))
              .dialect(dialect)
              .packageName("app.revision")
              .clock(clock)
              .model(change.model());
      GeneratedRevision next =
          generator.answers(change.answers()).generate(change.message()).orElseThrow();
      revisions.add(next.revision());
      sources.add(next.file());
      RevisionGraph graph = RevisionGraph.of(revisions);

      assertThat(Generator.of(graph).dialect(dialect).model(change.model()).generate("again"))
          .as("second difference of " + change.message())
          .isEmpty();
      Migrator migrator = Migrator.on(database).revisions(graph).build();
      migrator.upgrade();
      if (canBeUndone(migrator)) {
        undone++;
        migrator.downgrade("-1");
        migrator.upgrade();
      }
      migrator.stamp("heads");
      execute(database, change.rows());
    }
    assertThat(revisions).hasSizeGreaterThanOrEqualTo(15);
    requireSame(revisions, sources);
    assertThat(undone).as("revisions that were undone and done again").isGreaterThan(5);
    return names(database);
  }

  private void requireSame(List<Revision> revisions, List<RevisionSource> sources)
      throws Exception {
    Path classes = Files.createDirectories(folder.resolve("classes"));
    try (CompiledRevisions compiled = new CompiledRevisions(classes)) {
      List<Revision> same = compiled.of(sources);
      for (int i = 0; i < same.size(); i++) {
        assertThat(same.get(i).lineage()).isEqualTo(revisions.get(i).lineage());
        assertThat(Recording.of(same.get(i))).isEqualTo(Recording.of(revisions.get(i)));
        assertThat(new Formatter().formatSourceAndFixImports(sources.get(i).text()))
            .isEqualTo(sources.get(i).text());
      }
    }
  }

  private static boolean canBeUndone(Migrator migrator) {
    try {
      return migrator.downgradeScript("-1").plan().steps().stream()
          .allMatch(step -> step.mustBeEmpty().isEmpty());
    } catch (PlanException refused) {
      return false;
    }
  }

  private static void execute(DataSource database, String... rows) throws SQLException {
    try (Connection connection = database.getConnection();
        Statement statement = connection.createStatement()) {
      for (String row : rows) {
        statement.executeUpdate(row);
      }
    }
  }

  private static String names(DataSource database) throws SQLException {
    try (Connection connection = database.getConnection();
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery("SELECT first_name FROM person ORDER BY 1")) {
      List<String> names = new ArrayList<>();
      while (rows.next()) {
        names.add(rows.getString(1));
      }
      return names.toString();
    }
  }
}
