package dev.migrate.guide.start;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migrate.commands.DbCommand;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The ways in that commands.md shows. */
class WaysInTest {

  private static final Path PAGE = Path.of("commands.md");

  @Test
  void aSubcommandOfTheApplicationsOwnCommand() {
    assertThat(WaysIn.shop("db", "heads")).isZero();
    assertThat(WaysIn.shop("db", "heads", "--wrong")).isNotZero();
  }

  @Test
  void theTaskForGradleIsTheOneThatInitWrites(@TempDir Path folder) throws Exception {
    PrintStream nowhere =
        new PrintStream(new ByteArrayOutputStream(), true, StandardCharsets.UTF_8);
    int code =
        DbCommand.of(WaysIn::migrator)
            .out(nowhere, nowhere)
            .run("init", "--gradle", "--folder", folder.toString());
    String written = Files.readString(folder.resolve("build.gradle.kts"));
    String page = Files.readString(PAGE);
    String task = page.substring(page.indexOf("tasks.register"));

    assertThat(code).isZero();
    assertThat(written).contains(task.substring(0, task.indexOf("```")));
    page.lines()
        .filter(line -> line.startsWith("//DEPS "))
        .forEach(line -> assertThat(written).contains(line.substring("//DEPS ".length())));
  }

  @Test
  void theClassThatStartsInitExists() throws Exception {
    assertThat(Files.readString(PAGE)).contains("-Dexec.mainClass=dev.migrate.commands.Init");
    assertThat(Class.forName("dev.migrate.commands.Init").getMethod("main", String[].class))
        .isNotNull();
  }
}
