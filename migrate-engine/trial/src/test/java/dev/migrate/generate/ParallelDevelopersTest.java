package dev.migrate.generate;

import static dev.migrate.Ddl.*;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.migrate.Lineage;
import dev.migrate.Operations;
import dev.migrate.Revision;
import dev.migrate.RevisionId;
import dev.migrate.engine.Migrator;
import dev.migrate.engine.RevisionGraph;
import dev.migrate.model.Model;
import dev.migrate.report.ConflictException;
import dev.migrate.schema.DeclaredTable;
import dev.migrate.testkit.Databases;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Two developers change the model in parallel: A adds an e-mail address, and B renames a column.
 * Git merges the models, and a generated revision joins what both generated.
 */
class ParallelDevelopersTest {

  @TempDir Path folder;

  /** The head from which both start. */
  public static final class CreateUser implements Revision {

    /** The id of this revision. */
    public static final RevisionId ID = RevisionId.of("001_create_user");

    @Override
    public Lineage lineage() {
      return Lineage.of(ID).root();
    }

    @Override
    public void upgrade(Operations op) {
      op.createTable(
          "user",
          column("id", bigint()).identity(),
          column("username", varchar(80)).notNull(),
          primaryKey("id"));
    }
  }

  private static final Revision CREATE = new CreateUser();

  private static Generator after(Revision... revisions) {
    return Generator.of(RevisionGraph.of(List.of(revisions)))
        .dialect(H2)
        .packageName("app.revision")
        .clock(Clock.fixed(Instant.parse("2026-11-30T10:05:00Z"), ZoneOffset.UTC));
  }

  private static DeclaredTable modelOfA() {
    return table(
        "user",
        column("id", bigint()).identity(),
        column("username", varchar(80)).notNull(),
        column("email", varchar(120)),
        primaryKey("id"),
        unique("email"));
  }

  private static DeclaredTable modelOfB() {
    return table(
        "user",
        column("id", bigint()).identity(),
        column("user_name", varchar(80)).notNull(),
        primaryKey("id"));
  }

  private static DeclaredTable merged() {
    return table(
        "user",
        column("id", bigint()).identity(),
        column("user_name", varchar(80)).notNull(),
        column("email", varchar(120)),
        primaryKey("id"),
        unique("email"));
  }

  private static GeneratedRevision addEmail() {
    return after(CREATE).model(Model.of(modelOfA())).generate("add email").orElseThrow();
  }

  private static GeneratedRevision renameUsername() {
    return after(CREATE)
        .model(Model.of(modelOfB()))
        .answers(Answers.none().renamed("user.username", "user_name"))
        .generate("rename username")
        .orElseThrow();
  }

  @Test
  void whatBothDidIsJoined() throws Exception {
    try (CompiledRevisions compiled =
        new CompiledRevisions(Files.createDirectories(folder.resolve("classes")))) {
      List<Revision> both = compiled.of(List.of(addEmail().file(), renameUsername().file()));
      GeneratedRevision join =
          after(CREATE, both.get(0), both.get(1))
              .model(Model.of(merged()))
              .generate("join both")
              .orElseThrow();

      assertThat(join.source())
          .isEqualTo(
              """
              package app.revision;

              import dev.migrate.Lineage;
              import dev.migrate.Operations;
              import dev.migrate.Revision;
              import dev.migrate.RevisionId;

              /** Join both. */
              public final class JoinBoth implements Revision {

                /** The id of this revision. */
                public static final RevisionId ID = RevisionId.of("20261130_1005_join_both");

                @Override
                public Lineage lineage() {
                  return Lineage.of(ID).after(AddEmail.ID, RenameUsername.ID).message("join both");
                }

                @Override
                public void upgrade(Operations op) {}
              }
              """);
      Revision joined = compiled.of(List.of(join.file())).get(0);
      RevisionGraph graph = RevisionGraph.of(CREATE, both.get(0), both.get(1), joined);
      assertThat(
              after(CREATE, both.get(0), both.get(1), joined)
                  .model(Model.of(merged()))
                  .generate("x"))
          .isEmpty();
      for (List<String> order :
          List.of(List.of("add_email", "rename"), List.of("rename", "add_email"))) {
        DataSource database = Databases.h2();
        Migrator migrator = Migrator.on(database).revisions(graph).build();
        for (String part : order) {
          graph.order().stream()
              .filter(id -> id.value().contains(part))
              .forEach(id -> migrator.upgrade(id.value()));
        }
        migrator.upgrade();
        assertThat(migrator.stamp("heads").isEmpty()).isTrue();
      }
    }
  }

  @Test
  void theJoinCanDoMore() {
    DeclaredTable more =
        table(
            "user",
            column("id", bigint()).identity(),
            column("user_name", varchar(80)).notNull(),
            column("email", varchar(120)),
            column("born", date()),
            primaryKey("id"),
            unique("email"));

    GeneratedRevision join =
        after(CREATE, addEmail().revision(), renameUsername().revision())
            .model(Model.of(more))
            .generate("birthdays")
            .orElseThrow();

    assertThat(join.lineage().parents()).hasSize(2);
    assertThat(join.operations())
        .extracting(Object::toString)
        .containsExactly("add column user.born date");
  }

  @Test
  void whatDoesNotAgreeIsSettledByHand() {
    Revision login =
        after(CREATE)
            .model(
                Model.of(
                    table(
                        "user",
                        column("id", bigint()).identity(),
                        column("login", varchar(80)).notNull().was("username"),
                        primaryKey("id"))))
            .generate("call it login")
            .orElseThrow()
            .revision();

    assertThatThrownBy(
            () ->
                after(CREATE, renameUsername().revision(), login)
                    .model(Model.of(modelOfB()))
                    .generate("join"))
        .isInstanceOf(ConflictException.class)
        .hasMessageContaining("when.runs(")
        .hasMessageContaining("username");
  }
}
