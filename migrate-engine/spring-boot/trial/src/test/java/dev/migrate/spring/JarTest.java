package dev.migrate.spring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code java -jar shop.jar}, with the application and with commands. */
class JarTest {

  private static final String BESIDE = "--migrate.revisions-beside=shop.revision.CreateProducts";

  private static final Path SCRIPT = Path.of("/usr/bin/script");

  @TempDir static Path shared;
  private static Path jar;
  private static Path nested;

  @TempDir Path folder;

  private record Ended(int code, String out, String err) {}

  @BeforeAll
  static void pack() throws IOException {
    jar = BootJar.pack(Files.createDirectory(shared.resolve("flat")), false);
    nested = BootJar.pack(Files.createDirectory(shared.resolve("nested")), true);
  }

  @Test
  void commandsRunInTheApplicationsJar() throws Exception {
    Ended heads = run(jar, List.of("db", "heads", "--json"));
    assertThat(heads.code()).as(heads.toString()).isZero();
    assertThat(heads.out()).startsWith("{").contains("name_products").endsWith("}\n");

    Ended upgrade = run(nested, List.of("db", "upgrade"));
    assertThat(upgrade.code()).as(upgrade.toString()).isZero();

    Ended application = run(jar, List.of("--migrate.on-start=check"));
    assertThat(application.code()).as(application.toString()).isZero();
    assertThat(application.out()).contains("Started Shop in");
  }

  @Test
  void anUnknownCommandFails() throws Exception {
    Ended ended = run(jar, List.of("db", "upgrades"));

    assertThat(ended.code()).as(ended.toString()).isNotZero();
    assertThat(ended.out()).isEmpty();
    assertThat(ended.err()).contains("upgrades").doesNotContain("Exception");
  }

  @Test
  void onATerminalACommandHasColors() throws Exception {
    assumeTrue(Files.isExecutable(SCRIPT), "skipped: no program makes a terminal here");
    String quoted =
        command(jar, List.of("db", "graph")).stream()
            .map(word -> "'" + word + "'")
            .collect(Collectors.joining(" "));
    Ended ended = ended(List.of(SCRIPT.toString(), "-qefc", quoted, "/dev/null"));

    assertThat(ended.code()).as(ended.toString()).isZero();
    assertThat(ended.out()).contains("name_products").contains("\u001b[33m");
  }

  private Ended run(Path application, List<String> arguments)
      throws IOException, InterruptedException {
    return ended(command(application, arguments));
  }

  private List<String> command(Path application, List<String> arguments) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-jar"));
    command.add(application.toString());
    Stream.of(
            BESIDE,
            "--spring.datasource.url=jdbc:h2:file:" + folder.resolve("shop"),
            "--spring.datasource.username=sa",
            "--spring.main.web-application-type=none",
            "--spring.jpa.hibernate.ddl-auto=validate")
        .forEach(command::add);
    command.addAll(arguments);
    return command;
  }

  private Ended ended(List<String> command) throws IOException, InterruptedException {
    Path out = folder.resolve("out");
    Path err = folder.resolve("err");
    ProcessBuilder builder =
        new ProcessBuilder(command).redirectOutput(out.toFile()).redirectError(err.toFile());
    builder.environment().put("TERM", "xterm");
    builder.environment().remove("NO_COLOR");
    Process process = builder.start();
    assertThat(process.waitFor(3, TimeUnit.MINUTES)).isTrue();
    return new Ended(process.exitValue(), Files.readString(out), Files.readString(err));
  }
}
