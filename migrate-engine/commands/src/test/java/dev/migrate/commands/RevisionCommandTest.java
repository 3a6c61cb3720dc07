package dev.migrate.commands;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migrate.commands.TestApplication.Printed;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code db revision}: a revision to be written by hand. */
class RevisionCommandTest {

  @TempDir private Path folder;

  private TestApplication application;

  @BeforeEach
  void start() throws IOException {
    application = TestApplication.in(folder);
    application.write("First", revision("First", "001_first", "root()"));
  }

  static String revision(String className, String id, String place) {
    return revision(className, id, place, "");
  }

  static String revision(String className, String id, String place, String operations) {
    return """
    package app.revision;

    import static dev.migrate.Ddl.*;

    public final class %s implements dev.migrate.Revision {
      public static final dev.migrate.RevisionId ID = dev.migrate.RevisionId.of("%s");

      public dev.migrate.Lineage lineage() {
        return dev.migrate.Lineage.of(ID).%s;
      }

      public void upgrade(dev.migrate.Operations op) {
        %s
      }
    }
    """
        .formatted(className, id, place, operations);
  }

  @Test
  void itIsAfterTheHeadWithRoomForOperations() throws IOException {
    assertThat(application.run("revision", "-m", "move the avatars"))
        .isEqualTo(
            new Printed(
                ExitCode.OK,
                """
                wrote src/app/revision/MoveTheAvatars.java
                <time>_move_the_avatars after 001_first
                next: write its operations; compile, and run db upgrade
                """,
                ""));
    assertThat(application.source("MoveTheAvatars"))
        .isEqualTo(
            """
            package app.revision;

            import static dev.migrate.Ddl.*;

            import dev.migrate.Lineage;
            import dev.migrate.Operations;
            import dev.migrate.Revision;
            import dev.migrate.RevisionId;

            /** Move the avatars. */
            public final class MoveTheAvatars implements Revision {

              /** The id of this revision. */
              public static final RevisionId ID = RevisionId.of("<time>_move_the_avatars");

              @Override
              public Lineage lineage() {
                return Lineage.of(ID).after(First.ID).message("move the avatars");
              }

              @Override
              public void upgrade(Operations op) {
                // op.addColumn("account", column("email", varchar(320)));
              }
            }
            """);
    assertThat(application.run("heads").out()).contains("<time>_move_the_avatars");
  }

  @Test
  void itCanStartABranchOfItsOwn() throws IOException {
    Printed printed =
        application.run(
            "revision", "-m", "billing", "--root", "--label", "billing", "--depends-on", "001");

    assertThat(printed.code()).as(printed.toString()).isEqualTo(ExitCode.OK);
    assertThat(printed.out()).contains("a new branch beside: 001_first");
    assertThat(application.source("Billing"))
        .contains(".root()", ".dependsOn(First.ID)", ".label(\"billing\")");
    assertThat(application.run("revision", "-m", "more", "--after", "billing@head").code())
        .isEqualTo(ExitCode.OK);
    assertThat(application.source("More")).contains("after(Billing.ID)");
  }

  @Test
  void whatIsNotClearIsRefusedAndNothingIsWritten() throws IOException {
    application.write("A", revision("A", "002_a", "after(First.ID)"));
    application.write("B", revision("B", "002_b", "after(First.ID)"));
    int files = application.files().size();

    assertThat(application.run("revision", "-m", "c").err())
        .contains("there are 2 heads", "002_a, 002_b", "--after", "db merge");
    assertThat(application.run("revision", "-m", "c", "--root", "--after", "002_a").err())
        .contains("--root and --after 002_a contradict each other");
    assertThat(application.run("revision", "-m", "c", "--after", "003").err()).contains("003");
    assertThat(application.run("revision", "-m", "c", "--after", "current").err())
        .contains("depends on what is applied");
    assertThat(application.run("revision").code()).isEqualTo(ExitCode.ERROR);
    assertThat(application.files()).hasSize(files);
  }

  @Test
  void afterSeveralItJoinsThem() throws IOException {
    application.write("A", revision("A", "002_a", "after(First.ID)"));
    application.write("B", revision("B", "002_b", "after(First.ID)"));

    application.run("revision", "-m", "c", "--after", "002_a", "--after", "002_b");
    assertThat(application.source("C")).contains("after(A.ID, B.ID)");
  }
}
