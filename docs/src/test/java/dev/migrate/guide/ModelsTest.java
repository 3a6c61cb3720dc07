package dev.migrate.guide;

import static dev.migrate.Ddl.*;
import static org.assertj.core.api.Assertions.assertThat;

import dev.migrate.Lineage;
import dev.migrate.Revision;
import dev.migrate.docs.Snippets;
import dev.migrate.docs.Snippets.Block;
import dev.migrate.engine.Migrator;
import dev.migrate.engine.RevisionGraph;
import dev.migrate.engine.Revisions;
import dev.migrate.generate.Answer;
import dev.migrate.generate.Answers;
import dev.migrate.generate.GeneratedRevision;
import dev.migrate.generate.Generator;
import dev.migrate.model.Model;
import dev.migrate.model.SchemaSource;
import dev.migrate.report.Check;
import dev.migrate.schema.DeclaredTable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The examples about models and generated revisions. */
class ModelsTest {

  // snippet: model-invoice
  static final DeclaredTable INVOICE =
      table(
          "invoice",
          column("number", bigint()),
          column("account_id", bigint()).notNull(),
          column("total", decimal(12, 2)).notNull(),
          primaryKey("number"),
          foreignKey("account_id").references("account"),
          index("account_id"));
  // end

  // snippet: answers
  static final Answers ANSWERS =
      Answers.none()
          .renamed("account.login", "user_name")
          .filled("account.country", "GB")
          .dropped("account.legacy_flag");

  // end

  static List<Block> messages() throws IOException {
    return Snippets.blocks(Path.of("models.md"), "message");
  }

  @ParameterizedTest
  @MethodSource("messages")
  void thePageShowsTheRealText(Block block) throws IOException {
    String text = ModelMessages.text(block.name());

    Snippets.require(block, text.endsWith("\n") ? text : text + "\n");
  }

  @Test
  void aModelHasMoreThanTables() {
    // snippet: model-more
    Model model =
        AppModel.model()
            .withSchema("billing")
            .withEnumType("mood", "happy", "so_so", "sad")
            .with(sequence("invoice_number").startingAt(1000))
            .with(
                table(
                    "billing.invoice",
                    column("number", bigint()).notNull().defaultTo(nextValue("invoice_number")),
                    column("mood", enumType("mood")),
                    primaryKey("number")))
            .withView("rich", view("SELECT id FROM account WHERE balance > 1000").reads("account"));
    // end
    assertThat(model.schema().toString())
        .contains("table billing.invoice", "view rich", "sequence invoice_number");
  }

  @Test
  void theLoop(@TempDir Path sources) throws IOException {
    Path folder = Files.createDirectories(sources.resolve("dev/migrate/guide"));
    Model model = AppModel.model().with(INVOICE);
    RevisionGraph graph = RevisionGraph.of(Guide.revisions());
    // snippet: generate
    Generator generator = Generator.of(graph).model(model).dialect(H2);
    Optional<GeneratedRevision> missing = generator.generate("invoices");
    missing.ifPresent(revision -> revision.writeTo(sources)); // src/main/java
    // end
    assertThat(folder.resolve("Invoices.java")).isNotEmptyFile();
    List<Revision> revisions = new ArrayList<>(Guide.revisions());
    revisions.add(missing.orElseThrow().revision());
    DataSource dataSource = Guide.database("loop");
    // snippet: check-model
    Migrator migrator = Migrator.on(dataSource).revisions(revisions).build();
    migrator.upgrade();
    Check check = migrator.check(model);
    if (!check.isContent()) {
      System.err.println(check); // pending, edited, drift, or a model that is ahead
    }
    // end
    assertThat(check.isContent()).isTrue();
    assertThat(Generator.of(RevisionGraph.of(revisions)).model(model).dialect(H2).generate("x"))
        .isEmpty();
  }

  @Test
  void everythingIsKnownBeforeAnythingIsWritten() {
    GeneratedRevision revision =
        Generator.of(RevisionGraph.of(Guide.revisions()))
            .model(AppModel.model().with(INVOICE))
            .dialect(H2)
            .generate("invoices")
            .orElseThrow();
    // snippet: inspect-generated
    revision.operations().forEach(System.out::println);
    revision.script().statements().forEach(System.out::println); // the SQL
    revision.destroys().forEach(System.out::println); // what is lost, in words
    revision.leftAlone().forEach(System.out::println); // what the model has no words for
    System.out.println(revision.source()); // the file
    // end
    assertThat(revision.script().toString()).contains("CREATE TABLE invoice");
  }

  @Test
  void flagsAreTheSameAnswers() {
    // snippet: flags
    Answers answers =
        Answers.parse(
            List.of(
                "--rename=account.login=user_name",
                "--fill=account.country=GB",
                "--drop=account.legacy_flag"));
    // end
    assertThat(ModelMessages.changed(answers).operations())
        .isEqualTo(ModelMessages.changed(ANSWERS).operations());
  }

  @Test
  void somebodyCanBeAsked() {
    Generator generator = Generator.of(RevisionGraph.of(List.of())).dialect(H2);
    // snippet: interview
    Generator asking =
        generator.interview(
            questions -> {
              System.out.println(questions.get(0)); // the question, and its possible answers
              Answer first = questions.get(0).answers().get(0);
              return Answers.of(first); // none: generate(…) ends with the exception
            });
    // end
    assertThat(asking.model(Model.of()).generate("nothing")).isEmpty();
  }

  @Test
  void aDifferenceCanStay() {
    // snippet: ignoring
    SchemaSource model =
        AppModel.model()
            .ignoring("account.ix_report", "made by the reporting team")
            .ignoring("audit", "written by a trigger, created in 007");
    // end
    Revision index =
        Revision.of(
            Lineage.of("004_report").after(WidenLogin.ID),
            op -> op.createIndex("account", index("created_at").named("ix_report")));
    List<Revision> revisions = new ArrayList<>(Guide.revisions());
    revisions.add(index);
    assertThat(Generator.of(RevisionGraph.of(revisions)).model(model).dialect(H2).generate("x"))
        .isEmpty();
  }

  @Test
  void aFormatterRunsAfterwards(@TempDir Path sources) throws IOException {
    Files.createDirectories(sources.resolve("dev/migrate/guide"));
    Generator generator =
        Generator.of(RevisionGraph.of(Guide.revisions()))
            .model(AppModel.model().with(INVOICE))
            .dialect(H2);
    // snippet: after-writing
    Generator formatting =
        generator.afterWriting(
            file -> new ProcessBuilder("google-java-format", "-i", file.toString()).start());
    // end
    assertThat(formatting.generate("invoices")).isPresent();
  }

  @Test
  void revisionsAreFoundBesideAClass() {
    DataSource dataSource = Guide.database("beside");
    // snippet: beside
    Migrator migrator =
        Migrator.on(dataSource).revisions(Revisions.beside(CreateAccounts.class)).build();
    // end
    assertThat(migrator.upgrade().revisions())
        .containsExactly(CreateAccounts.ID, AddAccountEmail.ID, WidenLogin.ID);
  }

  @Test
  void aModelIsCheckedForEachDatabase() {
    RevisionGraph graph = RevisionGraph.of(Guide.revisions());
    // snippet: several-databases
    for (var database : List.of(H2, POSTGRESQL, MYSQL)) {
      Optional<GeneratedRevision> missing =
          Generator.of(graph).model(AppModel.model()).dialect(database).generate("");
      missing.ifPresent(revision -> System.out.println(database + ": " + revision.operations()));
    }
    // end
    for (var database : List.of(H2, POSTGRESQL, MYSQL)) {
      assertThat(Generator.of(graph).model(AppModel.model()).dialect(database).generate(""))
          .isEmpty();
    }
  }
}
