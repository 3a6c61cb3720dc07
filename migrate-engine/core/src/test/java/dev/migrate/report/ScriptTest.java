package dev.migrate.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.migrate.dialect.ScriptCommand;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ScriptTest {

  @TempDir Path folder;

  private static Script script(String... texts) {
    List<ScriptCommand> commands = List.of(texts).stream().map(ScriptCommand::comment).toList();
    return new Script(
        new Plan(Direction.UP, List.of()), "H2", List.of(), commands, Optional.empty(), List.of());
  }

  @Test
  void aScriptIsWrittenInUtf8AndReplacesTheFile() throws Exception {
    Path file = folder.resolve("up.sql");
    Files.writeString(file, "something longer that was there before");
    script("é", "two\r\nlines").writeTo(file);
    assertThat(file).hasContent("-- é\n-- two\n-- lines\n");
  }

  @Test
  void aMissingFolderIsNamedWithWhatToDo() throws Exception {
    Path file = folder.resolve("no/such/up.sql");
    assertThatThrownBy(() -> script("x").writeTo(file))
        .isInstanceOf(ScriptException.class)
        .hasMessageContaining("the script cannot be written to " + file)
        .hasMessageContaining("there is no folder " + folder.resolve("no/such"))
        .hasMessageContaining("Files.createDirectories(");
    Files.createDirectories(file.getParent());
    script("x").writeTo(file);
    assertThat(file).exists();
  }

  @Test
  void aFolderIsNoFile() {
    assertThatThrownBy(() -> script("x").writeTo(folder))
        .isInstanceOf(ScriptException.class)
        .hasMessageContaining("no database was touched")
        .hasMessageContaining("choose a file that can be written");
  }

  @Test
  void halfOfACharacterIsNotWrittenAsAnother() {
    Path file = folder.resolve("up.sql");
    assertThatThrownBy(() -> script("cut \ud83d").writeTo(file))
        .isInstanceOf(ScriptException.class)
        .hasMessageContaining("contains an unpaired surrogate");
    assertThat(file).doesNotExist();
  }

  @Test
  void entriesStandOnTheSameLineIfTheySaySo() {
    List<ScriptCommand> commands =
        List.of(
            ScriptCommand.statement("A", "A;"),
            ScriptCommand.statement("B", "B;").onSameLine(),
            ScriptCommand.BLANK,
            ScriptCommand.ofClient(".quit"));
    assertThat(ScriptCommand.text(commands)).isEqualTo("A; B;\n\n.quit");
  }
}
