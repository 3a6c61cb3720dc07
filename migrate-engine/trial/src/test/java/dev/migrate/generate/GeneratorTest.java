package dev.migrate.generate;

import static dev.migrate.Ddl.*;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.migrate.Lineage;
import dev.migrate.Revision;
import dev.migrate.RevisionId;
import dev.migrate.engine.RevisionGraph;
import dev.migrate.error.DefinitionException;
import dev.migrate.model.Model;
import dev.migrate.model.SchemaSource;
import dev.migrate.operation.InsertRows;
import dev.migrate.report.ConflictException;
import dev.migrate.report.PlanException;
import dev.migrate.schema.DeclaredTable;
import dev.migrate.schema.ElementName;
import dev.migrate.schema.QualifiedName;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** A model is compared with the revisions, and the revision that is missing is written. */
class GeneratorTest {

  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2026-11-30T10:05:59Z"), ZoneOffset.UTC);

  private static final DeclaredTable ACCOUNT =
      table("account", column("id", bigint()).identity(), primaryKey("id"));

  private static final DeclaredTable WITH_EMAIL =
      table(
          "account",
          column("id", bigint()).identity(),
          column("email", varchar(320)),
          primaryKey("id"),
          unique("email"));

  private static final Revision CREATE =
      Revision.of(
          Lineage.of("001").root(),
          op -> op.createTable("account", column("id", bigint()).identity(), primaryKey("id")));

  private static Generator generator(Revision... revisions) {
    return Generator.of(RevisionGraph.of(List.of(revisions))).dialect(H2).clock(CLOCK);
  }

  @Test
  void theMissingColumnIsAdded() {
    GeneratedRevision revision =
        generator(CREATE).model(Model.of(WITH_EMAIL)).generate("add email").orElseThrow();

    assertThat(revision.id()).isEqualTo(RevisionId.of("20261130_1005_add_email"));
    assertThat(revision.className()).isEqualTo("AddEmail");
    assertThat(revision.lineage())
        .isEqualTo(Lineage.of("20261130_1005_add_email").after("001").message("add email"));
    assertThat(revision.operations())
        .extracting(Object::toString)
        .containsExactly(
            "add column account.email varchar(320)",
            "add constraint uq_account_email unique (email) to table account");
    assertThat(revision.source())
        .contains("    op.addColumn(\"account\", column(\"email\", varchar(320)));\n");
    assertThat(revision.script().statements())
        .extracting(statement -> statement.sql())
        .first()
        .asString()
        .contains("ADD COLUMN");
    assertThat(revision.destroys()).isEmpty();
  }

  @Test
  void theFirstRevisionIsARoot() {
    GeneratedRevision revision =
        generator().model(Model.of(ACCOUNT)).generate("create accounts").orElseThrow();

    assertThat(revision.lineage().parents()).isEmpty();
    assertThat(revision.operations())
        .extracting(Object::toString)
        .singleElement()
        .asString()
        .startsWith("create table account");
  }

  @Test
  void nothingIsMissingWhereModelAndRevisionsAgree() {
    assertThat(generator(CREATE).model(Model.of(ACCOUNT)).generate("nothing")).isEmpty();
    assertThat(generator().model(Model.of()).generate("nothing")).isEmpty();
  }

  @Test
  void headsThatAgreeAreJoined() {
    Revision email =
        Revision.of(
            Lineage.of("email").after("001"),
            op -> {
              op.addColumn("account", column("email", varchar(320)));
              op.addUnique("account", unique("email"));
            });
    Revision team =
        Revision.of(
            Lineage.of("team").after("001"),
            op -> op.createTable("team", column("id", bigint()), primaryKey("id")));
    DeclaredTable teams = table("team", column("id", bigint()), primaryKey("id"));

    GeneratedRevision join =
        generator(CREATE, email, team)
            .model(Model.of(WITH_EMAIL, teams))
            .generate("join")
            .orElseThrow();

    assertThat(join.lineage().parents())
        .containsExactly(RevisionId.of("email"), RevisionId.of("team"));
    assertThat(join.operations()).isEmpty();
  }

  @Test
  void headsInConflictAreRefusedInTheWordsOfTheConflict() {
    Revision one =
        Revision.of(
            Lineage.of("one").after("001"),
            op -> op.addColumn("account", column("email", varchar(320))));
    Revision other =
        Revision.of(
            Lineage.of("other").after("001"),
            op -> op.addColumn("account", column("email", text())));

    assertThatThrownBy(
            () -> generator(CREATE, one, other).model(Model.of(WITH_EMAIL)).generate("join"))
        .isInstanceOf(ConflictException.class)
        .hasMessageContaining("email");
  }

  @Test
  void aHintRenames() {
    Revision mail =
        Revision.of(
            Lineage.of("002").after("001"),
            op -> op.addColumn("account", column("mail", varchar(320))));
    DeclaredTable model =
        table(
                "user",
                column("id", bigint()).identity(),
                column("email", varchar(320)).was("mail"),
                primaryKey("id"))
            .was("account");

    GeneratedRevision revision =
        generator(CREATE, mail).model(Model.of(model)).generate("rename").orElseThrow();

    assertThat(revision.operations())
        .extracting(Object::toString)
        .containsExactly("rename table account to user", "rename column user.mail to email");
  }

  @Test
  void aMissingModelOrDialectIsNamed() {
    Generator generator = Generator.of(RevisionGraph.of(List.of()));

    assertThatThrownBy(() -> generator.dialect(H2).generate("x"))
        .isInstanceOf(DefinitionException.class)
        .hasMessageContaining("model");
    assertThatThrownBy(() -> generator.model(Model.of()).generate("x"))
        .isInstanceOf(DefinitionException.class)
        .hasMessageContaining("dialect");
  }

  @Test
  void rowsOfANewTableAreInsertedWhenItIsCreated() {
    InsertRows first =
        new InsertRows(
            QualifiedName.of("numbers"),
            columns("name", "next"),
            List.of(row("account", 1), row("team", 1)));
    Model model = Model.of(table("numbers", column("name", varchar(20)), column("next", bigint())));
    SchemaSource source =
        (dialect, recorded) ->
            model
                .declared(dialect, recorded)
                .withRows(List.of(first))
                .withRemarks(List.of("Numbers come in blocks."))
                .withLeftAlone(List.of(ElementName.view(QualifiedName.of("report"))));

    GeneratedRevision revision = generator().model(source).generate("numbers").orElseThrow();

    assertThat(revision.operations()).hasSize(2).last().isEqualTo(first);
    assertThat(revision.source()).contains(" * <p>Numbers come in blocks.\n");
    assertThat(revision.remarks()).containsExactly("Numbers come in blocks.");
    assertThat(revision.leftAlone()).hasSize(1);
    assertThat(generator(revision.revision()).model(source).generate("again")).isEmpty();
  }

  @Test
  void aDifferenceThatWouldRemainIsRefused() {
    AtomicInteger calls = new AtomicInteger();
    SchemaSource unsteady =
        (dialect, recorded) ->
            Model.of(table("t", column("c" + calls.incrementAndGet(), text())))
                .declared(dialect, recorded);

    assertThatThrownBy(() -> generator().model(unsteady).generate("t"))
        .isInstanceOf(GeneratorException.class)
        .hasMessageContaining("would not lead to what the model declares")
        .hasMessageContaining("column t.c")
        .hasMessageContaining("create table t")
        .hasMessageContaining("nothing was written");
  }

  @Test
  void whatADatabaseCannotDoIsRefusedByName() {
    Generator generator =
        generator(Revision.of(Lineage.of("001").root(), op -> op.createSequence("number")))
            .answers(Answers.none().renamed("number", "no"));

    assertThatThrownBy(() -> generator.model(Model.of().with(sequence("no"))).generate("rename"))
        .isInstanceOf(PlanException.class)
        .hasMessageContaining("rename sequence number to no is not supported");
  }
}
