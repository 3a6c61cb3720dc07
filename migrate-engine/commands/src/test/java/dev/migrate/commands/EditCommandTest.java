package dev.migrate.commands;

import static dev.migrate.commands.RevisionCommandTest.revision;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code db edit}: the source of a revision in the editor. */
class EditCommandTest {

  @TempDir private Path folder;

  @Test
  void theCommandIsSplitAsAShellSplitsIt() {
    assertThat(editor(Map.of("EDITOR", "code --wait")).command()).containsExactly("code", "--wait");
    assertThat(editor(Map.of("EDITOR", "vi", "VISUAL", "\"/my editors/e\" -a'b c' ''")).command())
        .containsExactly("/my editors/e", "-ab c", "");
    assertThat(editor(Map.of("VISUAL", "  ", "EDITOR", "C:\\vim\\vim.exe")).command())
        .containsExactly("C:\\vim\\vim.exe");
    assertThatThrownBy(() -> editor(Map.of("EDITOR", "\"vi")))
        .hasMessageContaining("a quote in EDITOR is not closed");
    assertThatThrownBy(() -> editor(Map.of()))
        .hasMessageContaining("neither VISUAL nor EDITOR is set");
  }

  private static Editor editor(Map<String, String> environment) {
    return Editor.of(environment, Path.of("First.java"));
  }

  @Test
  void noShellReadsTheCommandOrTheName() throws IOException {
    Path file = Files.createFile(folder.resolve("a; touch x && $(touch y).java"));

    assertThatThrownBy(() -> editor(Map.of("EDITOR", "test ! -f")).open(file))
        .hasMessageContaining("it ended with the exit code 1");
    editor(Map.of("EDITOR", "test -f")).open(file);
    assertThatThrownBy(() -> editor(Map.of("EDITOR", "no-such-editor; true")).open(file))
        .hasMessageContaining("the editor failed")
        .hasMessageContaining("no-such-editor; true");
    assertThat(folder).isDirectoryContaining(path -> path.equals(file));
    assertThat(Files.list(folder)).hasSize(1);
  }

  @Test
  void theFileIsBesideItsPackageOrItSaysWhereItLooked() throws IOException {
    TestApplication application = TestApplication.in(folder);
    application.write("First", revision("First", "001_first", "root()"));

    assertThat(application.run("edit", "001", "--sources", folder.toString()).err())
        .contains("the source of the revision 001_first was not found")
        .contains("looked for", folder.resolve("app/revision/First.java").toString());
    assertThat(application.run("edit", "002").err()).contains("002");
    if (!System.getenv().containsKey("VISUAL") && !System.getenv().containsKey("EDITOR")) {
      assertThat(application.run("edit").err())
          .contains("file       src/app/revision/First.java", "set EDITOR")
          .doesNotContain("opening");
    }
  }
}
