package dev.migrate.commands;

import static dev.migrate.commands.RevisionCommandTest.revision;
import static org.assertj.core.api.Assertions.assertThat;

import dev.migrate.commands.TestApplication.Printed;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code db merge}: the revision that joins branches. */
class MergeCommandTest {

  @TempDir private Path folder;

  private TestApplication application;

  @BeforeEach
  void start() throws IOException {
    application = TestApplication.in(folder);
    application.write(
        "CreateUser",
        revision(
            "CreateUser",
            "001_create_user",
            "root()",
            "op.createTable(\"user\", column(\"id\", integer()), column(\"username\","
                + " varchar(80)), primaryKey(\"id\"));"));
  }

  private void write(String className, String id, String operations) throws IOException {
    application.write(className, revision(className, id, "after(CreateUser.ID)", operations));
  }

  @Test
  void branchesThatAgreeAreJoinedByTheLineageAlone() throws IOException {
    write("AddEmail", "002_add_email", "op.addColumn(\"user\", column(\"email\", text()));");
    write(
        "RenameUsername",
        "002_rename_username",
        "op.renameColumn(\"user\", \"username\", \"user_name\");");

    assertThat(application.run("merge", "-m", "both"))
        .isEqualTo(
            new Printed(
                ExitCode.OK,
                """
                wrote src/app/revision/Both.java
                <time>_both after 002_add_email, 002_rename_username
                next: read it; compile, and run db upgrade
                """,
                ""));
    assertThat(application.source("Both"))
        .contains("Lineage.of(ID).after(AddEmail.ID, RenameUsername.ID).message(\"both\")")
        .doesNotContain("reconcile");
    assertThat(application.run("merge"))
        .isEqualTo(
            new Printed(ExitCode.OK, "nothing to merge: the only head is <time>_both\n", ""));
  }

  @Test
  void aConflictIsReconciledSoThatItRuns() throws IOException {
    write("ToName", "002_name", "op.renameColumn(\"user\", \"username\", \"user_name\");");
    write("ToLogin", "002_login", "op.renameColumn(\"user\", \"username\", \"login\");");
    assertThat(application.run("upgrade").code()).isEqualTo(ExitCode.ERROR);

    Printed merged = application.run("merge");
    assertThat(merged.code()).as(merged.toString()).isEqualTo(ExitCode.OK);
    assertThat(merged.out())
        .contains("wrote src/app/revision/JoinBranches.java", "002_name after 002_login: ");
    assertThat(application.source("JoinBranches"))
        .contains("public void reconcile(Reconciliation when) {", "when.runs(ToName.ID)");
    Printed upgraded = application.run("upgrade");
    assertThat(upgraded.code()).as(upgraded.toString()).isEqualTo(ExitCode.OK);
    assertThat(application.run("heads").out()).contains("<time>_join_branches");
  }

  @Test
  void aConflictThatNobodyCanReconcileIsRefused() throws IOException {
    write("Drop", "002_drop", "op.dropTable(\"user\");");
    write("Fill", "002_fill", "op.execute(sql(\"UPDATE user SET id = 1\").needsNoUndo());");
    int files = application.files().size();

    Printed refused = application.run("merge");
    assertThat(refused.code()).isEqualTo(ExitCode.ERROR);
    assertThat(refused.err()).contains("002_drop", "002_fill");
    assertThat(application.files()).hasSize(files);
  }

  @Test
  void oneRevisionIsNotAMerge() throws IOException {
    write("AddEmail", "002_add_email", "op.addColumn(\"user\", column(\"email\", text()));");
    write("AddPhone", "002_add_phone", "op.addColumn(\"user\", column(\"phone\", text()));");

    assertThat(application.run("merge", "002_add_email").out()).contains("a join needs two");
    assertThat(application.run("merge", "--dry-run").out()).contains("class JoinBranches");
    assertThat(application.run("merge", "002_add_email", "002").code()).isEqualTo(ExitCode.ERROR);
  }
}
