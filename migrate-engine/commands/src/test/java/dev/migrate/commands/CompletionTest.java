package dev.migrate.commands;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The shell completes commands and options with the script that a command prints. */
class CompletionTest {

  @TempDir Path folder;

  @Test
  void bashCompletesCommandsAndOptions() throws Exception {
    assertThat(completions("up")).isEqualTo("upgrade");
    assertThat(completions("se")).isEqualTo("settle");
    assertThat(completions("upgrade", "--s")).isEqualTo("--sql");
    assertThat(completions("downgrade", "--")).contains("--yes", "--dry-run", "--color");
    assertThat(completions("upgrade", "--color", "n")).isEqualTo("never");
  }

  private String completions(String... words) throws IOException, InterruptedException {
    Path script = folder.resolve("db_completion");
    Files.writeString(script, Commands.offline().run("generate-completion").out());
    String line = "source '" + script + "'; COMP_WORDS=(db " + String.join(" ", words) + ");";
    String call = line + " COMP_CWORD=" + words.length + "; _complete_db; echo ${COMPREPLY[@]}";
    Process bash;
    try {
      bash = new ProcessBuilder("bash", "-c", call).redirectError(Redirect.DISCARD).start();
    } catch (IOException noBash) {
      return Assumptions.abort("skipped: bash is not installed");
    }
    try (InputStream output = bash.getInputStream()) {
      String text = new String(output.readAllBytes(), StandardCharsets.UTF_8);
      assertThat(bash.waitFor()).as(text).isZero();
      return text.strip();
    }
  }
}
