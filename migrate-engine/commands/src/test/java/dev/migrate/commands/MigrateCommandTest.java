package dev.migrate.commands;

import static dev.migrate.Ddl.*;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.migrate.commands.TestApplication.Printed;
import dev.migrate.engine.Migrator;
import dev.migrate.engine.RevisionGraph;
import dev.migrate.model.Model;
import dev.migrate.schema.ModelElement;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code db migrate}: from a model to the source of the revision that is missing. */
class MigrateCommandTest {

  private static final Model FIRST =
      Model.of(
          table(
              "account",
              column("id", bigint()).identity(),
              column("mail", varchar(64)),
              primaryKey("id")));

  private static final Model RENAMED =
      Model.of(
          table(
              "account",
              column("id", bigint()).identity(),
              column("email", varchar(64)),
              primaryKey("id")));

  @TempDir private Path folder;

  private TestApplication application;

  @BeforeEach
  void start() throws IOException {
    application = TestApplication.in(folder).model(FIRST);
  }

  @Test
  void theFirstRevisionGoesBesideTheListOfRevisions() throws IOException {
    assertThat(application.run("migrate", "-m", "create account"))
        .isEqualTo(
            new Printed(
                ExitCode.OK,
                """
                wrote src/app/revision/CreateAccount.java
                <time>_create_account root
                  create table account
                    id bigint not null identity
                    mail varchar(64)
                    pk_account primary key (id)
                next: read it; compile, and run db upgrade
                """,
                ""));
    assertThat(application.source("CreateAccount"))
        .isEqualTo(
            """
            package app.revision;

            import static dev.migrate.Ddl.*;

            import dev.migrate.Lineage;
            import dev.migrate.Operations;
            import dev.migrate.Revision;
            import dev.migrate.RevisionId;

            /** Create account. */
            public final class CreateAccount implements Revision {

              /** The id of this revision. */
              public static final RevisionId ID = RevisionId.of("<time>_create_account");

              @Override
              public Lineage lineage() {
                return Lineage.of(ID).root().message("create account");
              }

              @Override
              public void upgrade(Operations op) {
                op.createTable(
                    "account",
                    column("id", bigint()).identity(),
                    column("mail", varchar(64)),
                    primaryKey("id"));
              }
            }
            """);
  }

  @Test
  void aSecondTimeNothingIsMissing() throws IOException {
    application.run("migrate", "-m", "create account");

    assertThat(application.run("generate"))
        .isEqualTo(
            new Printed(
                ExitCode.OK,
                "nothing is missing: the revisions make what the model declares\n",
                ""));
    assertThat(application.files()).containsExactly("AppRevisions.java", "CreateAccount.java");
  }

  @Test
  void whatTheModelLeavesOpenIsAskedByFlags() throws IOException {
    application.run("migrate", "-m", "create account");
    application.model(RENAMED);

    Printed asked = application.run("migrate", "-m", "rename mail");
    assertThat(asked.code()).isEqualTo(ExitCode.QUESTION);
    assertThat(asked.err())
        .contains("--rename account.mail=email", "--drop account.mail", "nothing was written");
    assertThat(application.files()).hasSize(2);

    assertThat(application.run("migrate", "-m", "rename mail", "--rename", "account.mail=email"))
        .isEqualTo(
            new Printed(
                ExitCode.OK,
                """
                wrote src/app/revision/RenameMail.java
                <time>_rename_mail after <time>_create_account
                  rename column account.mail to email
                next: read it; compile, and run db upgrade
                """,
                ""));
    assertThat(application.source("RenameMail")).contains("after(CreateAccount.ID)");
    assertThat(application.run("migrate").out()).startsWith("nothing is missing");
  }

  @Test
  void whatTheModelLeavesOpenIsAskedOnATerminal() throws IOException {
    application.run("migrate", "-m", "create account");
    Printed asked =
        application.model(RENAMED).answering("1\r\n").run("migrate", "-m", "rename mail");

    assertThat(asked.code()).as(asked.toString()).isEqualTo(ExitCode.OK);
    assertThat(asked.out())
        .contains("rename account.mail to email", "wrote src/app/revision/RenameMail.java");
  }

  @Test
  void answersThatContradictEachOtherAreRefused() throws IOException {
    application.run("migrate", "-m", "create account");
    Printed refused =
        application
            .model(RENAMED)
            .run("migrate", "--rename", "account.mail=email", "--drop", "account.mail");

    assertThat(refused.code()).isEqualTo(ExitCode.ERROR);
    assertThat(refused.err())
        .contains("answers contradict each other", "--rename account.mail=email");
    assertThat(application.files()).hasSize(2);
  }

  @Test
  void whatIsDestroyedIsPrinted() throws IOException {
    application.run("migrate", "-m", "create account");
    Model without = Model.of(table("account", column("id", bigint()).identity(), primaryKey("id")));
    Printed dropped =
        application.model(without).run("migrate", "-m", "drop mail", "--drop", "account.mail");

    assertThat(dropped.out()).contains("destroys: ").contains("account.mail");
  }

  @Test
  void aDryRunPrintsSourceOrSqlAndWritesNothing() throws IOException {
    assertThat(application.run("migrate", "-m", "create account", "--dry-run").out())
        .startsWith("package app.revision;")
        .contains("op.createTable(");
    assertThat(application.run("migrate", "-m", "create account", "--sql").out())
        .contains("CREATE TABLE account");
    assertThat(application.files()).containsExactly("AppRevisions.java");
  }

  @Test
  void hostileMessagesBecomeSourceThatCompiles() throws IOException {
    List<String> messages =
        List.of("say \"hi\" \\u000a */", "zwei\nZeilen", "добавить почту", "@", "class", "  ");
    for (int i = 0; i < messages.size(); i++) {
      application.model(columns(i));
      Printed printed = application.run("migrate", "-m", messages.get(i));
      assertThat(printed.code()).as(printed.toString()).isEqualTo(ExitCode.OK);
    }

    assertThat(application.run("migrate").out()).startsWith("nothing is missing");
    assertThat(application.run("heads").code()).isEqualTo(ExitCode.OK);
  }

  private static Model columns(int count) {
    return Model.of(
        table(
            "t",
            column("id", integer()),
            IntStream.rangeClosed(0, count)
                .mapToObj(number -> column("c" + number, integer()))
                .toArray(ModelElement[]::new)));
  }

  @Test
  void aFileThatExistsIsNeverReplaced() throws IOException {
    String mine = "package app.revision;\nclass CreateAccount {}\n";
    application.write("CreateAccount", mine);
    Printed refused = application.run("migrate", "-m", "create account");

    assertThat(refused.code()).isEqualTo(ExitCode.ERROR);
    assertThat(refused.err())
        .contains("there is a file src/app/revision/CreateAccount.java", "nothing was written");
    assertThat(application.source("CreateAccount")).isEqualTo(mine);
  }

  @Test
  void withoutAModelItSaysWhatToWrite() throws IOException {
    Printed refused = TestApplication.in(folder).run("migrate", "-m", "x");

    assertThat(refused.code()).isEqualTo(ExitCode.ERROR);
    assertThat(refused.err()).contains("no model", "DbCommand.of(…).model(AppModel.MODEL)");
  }

  @Test
  void aFolderOrAPackageThatDoesNotExistIsNamed() throws IOException {
    assertThat(application.run("migrate", "--sources", "nowhere").err())
        .contains("there is no folder of sources nowhere", "--sources");
    assertThat(application.run("migrate", "--package", "app.other").err())
        .contains("there is no folder src/app/other", "nothing was written");
    assertThat(application.run("migrate", "--package", "app.class").err())
        .contains("\"app.class\" is not the name of a Java package");
  }

  @Test
  void withoutADialectOneConnectionTellsOrTheErrorSaysWhatToDo() throws IOException {
    JdbcDataSource memory = new JdbcDataSource();
    memory.setURL("jdbc:h2:mem:");
    JdbcDataSource nowhere = new JdbcDataSource();
    nowhere.setURL("jdbc:h2:tcp://localhost:1/nowhere");

    assertThat(new CommandDialect(db(memory), Optional.empty()).of(() -> on(memory)).names())
        .containsExactly(H2);
    assertThatThrownBy(
            () -> new CommandDialect(db(nowhere), Optional.empty()).of(() -> on(nowhere)))
        .hasMessageContaining("it is not known for which database")
        .hasMessageContaining("--dialect postgresql");
    assertThat(application.run("migrate", "--dialect", "oracle").err())
        .contains("no dialect for oracle");
  }

  private static DbCommand db(JdbcDataSource source) {
    return DbCommand.of(() -> on(source));
  }

  private static Migrator on(JdbcDataSource source) {
    return Migrator.on(source).revisions(RevisionGraph.of(List.of())).build();
  }
}
