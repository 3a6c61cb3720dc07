package dev.migrate.commands;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.migrate.commands.TestApplication.Printed;
import dev.migrate.commands.skeleton.Artifact;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code db init}: the files with which an application begins. */
class InitCommandTest {

  @TempDir private Path folder;

  /** The golden files are rewritten by {@code -Dgolden.write=true}. */
  @ParameterizedTest
  @CsvSource({
    "maven, --maven",
    "gradle-postgresql-hibernate, --gradle --dialect=postgresql --hibernate --package=com.acme.shop"
  })
  void theFilesAreTheGoldenOnes(String name, String options) throws IOException {
    Printed printed = init(options.split(" "));
    assertThat(printed.code()).as(printed.toString()).isEqualTo(ExitCode.OK);
    Files.writeString(folder.resolve("printed.txt"), printed.out());

    Path golden = Path.of("src/test/resources/skeleton").resolve(name);
    if (Boolean.getBoolean("golden.write")) {
      for (var file : files(folder).entrySet()) {
        Path written = golden.resolve(file.getKey() + ".golden");
        Files.createDirectories(written.getParent());
        Files.writeString(written, file.getValue());
      }
    }
    TreeMap<String, String> expected = new TreeMap<>();
    files(golden).forEach((file, text) -> expected.put(file.replace(".golden", ""), text));
    assertThat(files(folder)).isEqualTo(expected);
  }

  /** What a person does who begins: init, migrate, compile, upgrade, and look. */
  @ParameterizedTest
  @CsvSource({"false", "true"})
  void theSkeletonCompilesAndItsCommandsRun(boolean hibernate) throws Throwable {
    init(hibernate ? new String[] {"--maven", "--hibernate"} : new String[] {"--maven"});
    SkeletonApplication application = new SkeletonApplication(folder);

    application.compile();
    assertThat(application.run(ExitCode.ERROR, "upgrade"))
        .contains("there is no revision in the package app.revision", "db migrate", "compile it");
    assertThat(application.run(ExitCode.OK, "migrate", "-m", "create account"))
        .contains("wrote src/main/java/app/revision/CreateAccount.java");
    application.compile();
    assertThat(application.run(ExitCode.OK, "upgrade")).contains("_create_account");
    assertThat(application.run(ExitCode.OK, "current")).contains("_create_account");
    assertThat(application.run(ExitCode.OK, "migrate")).contains("nothing is missing");
    assertThat(application.run(ExitCode.OK, "check")).contains("every revision is applied");
    application.contract();
  }

  @Test
  void nothingIsWrittenWhereAFileWouldBeReplaced() throws IOException {
    Path model = folder.resolve("src/main/java/app/AppModel.java");
    Files.createDirectories(model.getParent());
    Files.writeString(model, "mine");
    Files.writeString(folder.resolve("pom.xml"), "<project/>");

    Printed refused = init();
    assertThat(refused.code()).isEqualTo(ExitCode.ERROR);
    assertThat(refused.err())
        .contains("files would be replaced", "AppModel.java", "nothing was written")
        .doesNotContain("Db.java");
    assertThat(files(folder)).containsOnlyKeys("pom.xml", "src/main/java/app/AppModel.java");
  }

  @Test
  void theBuildFileThatIsThereStaysAndWhatItNeedsIsPrinted() throws IOException {
    Files.writeString(folder.resolve("build.gradle"), "plugins {}");

    Printed printed = init("--package", "com.acme");
    assertThat(printed.out())
        .contains("build.gradle needs these", "implementation(\"dev.migrate:migrate-commands:")
        .contains("mainClass.set(\"com.acme.Db\")", "gradle -q db --args=\"upgrade\"");
    assertThat(folder.resolve("build.gradle")).hasContent("plugins {}");
  }

  @Test
  void whatIsNotClearIsRefused() throws IOException {
    assertThat(init().err())
        .contains("there is no pom.xml and no build.gradle", "--maven or --gradle");
    assertThat(init("--maven", "--gradle").err()).contains("contradict each other");
    assertThat(init("--maven", "--package", "a.class").err())
        .contains("\"a.class\" is not the name of a Java package");
    assertThat(init("--maven", "--dialect", "oracle").code()).isEqualTo(ExitCode.ERROR);
    Files.createFile(folder.resolve("src"));
    assertThat(init("--maven").err()).contains("cannot be written", "nothing was written");
    assertThat(files(folder)).containsOnlyKeys("src");
  }

  /** The artifacts that it names are those with which this build tests. */
  @Test
  void versionsAreThoseOfTheBuild() throws IOException {
    String parent = Files.readString(Path.of("../../pom.xml"));

    assertThat(parent).contains("<version>" + Artifact.MIGRATE + "</version>");
    for (String options : List.of("h2", "sqlite", "postgresql", "mysql", "mariadb")) {
      init(
          "--maven", "--hibernate", "--dialect", options, "--folder", "" + folder.resolve(options));
      String pom = Files.readString(folder.resolve(options).resolve("pom.xml"));
      Pattern.compile("<version>([^<]+)</version>")
          .matcher(pom)
          .results()
          .forEach(version -> assertThat(parent).contains(">" + version.group(1) + "<"));
    }
  }

  private Printed init(String... options) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    DbCommand db =
        DbCommand.of(
                () -> {
                  throw new AssertionError("init asked for a migrator");
                })
            .out(new PrintStream(out, true, UTF_8), new PrintStream(err, true, UTF_8));
    String[] all =
        Stream.concat(Stream.of("--folder", folder.toString()), Stream.of(options))
            .toArray(String[]::new);
    int code = Init.run(db, List.of(options).contains("--folder") ? options : all);
    return new Printed(code, shown(out), shown(err));
  }

  private String shown(ByteArrayOutputStream printed) {
    return printed.toString(UTF_8).replace(folder + "/", "").replace(folder.toString(), "app");
  }

  private static TreeMap<String, String> files(Path root) throws IOException {
    TreeMap<String, String> texts = new TreeMap<>();
    try (Stream<Path> files = Files.walk(root)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        texts.put(root.relativize(file).toString(), Files.readString(file));
      }
    }
    return texts;
  }
}
