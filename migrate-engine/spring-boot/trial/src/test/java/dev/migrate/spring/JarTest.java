package dev.migrate.spring;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code java -jar shop.jar}, with the application and with commands. */
class JarTest {

  private static final String BESIDE = "--migrate.revisions-beside=shop.revision.CreateProducts";

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
    Ended heads = run(jar, List.of("db", "heads"));
    assertThat(heads.code()).as(heads.toString()).isZero();
    assertThat(heads.out().lines()).singleElement().asString().contains("name_products");

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

  private Ended run(Path application, List<String> arguments)
      throws IOException, InterruptedException {
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
    Path out = folder.resolve("out");
    Path err = folder.resolve("err");
    Process process =
        new ProcessBuilder(command)
            .redirectOutput(out.toFile())
            .redirectError(err.toFile())
            .start();
    assertThat(process.waitFor(3, TimeUnit.MINUTES)).isTrue();
    return new Ended(process.exitValue(), Files.readString(out), Files.readString(err));
  }
}
