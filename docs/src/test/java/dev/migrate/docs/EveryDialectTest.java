package dev.migrate.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every folder of {@code migrate-dialects} is a dialect that is built, registered, proposed,
 * documented and tested. Whoever adds a folder learns here what is missing.
 */
class EveryDialectTest {

  /** What stands in the folder without being a dialect: standard SQL, the sum of all, and tests. */
  private static final Set<String> NO_DIALECTS = Set.of("ansi", "all", "trial");

  private static final Pattern PROVIDES =
      Pattern.compile("provides dev\\.migrate\\.dialect\\.DialectProvider\\s+with\\s+([\\w.]+);");

  static List<String> folders() throws IOException {
    try (Stream<Path> all = Files.list(BuiltInDialect.FOLDERS)) {
      return all.filter(folder -> Files.exists(folder.resolve("pom.xml")))
          .map(folder -> folder.getFileName().toString())
          .filter(name -> !NO_DIALECTS.contains(name))
          .sorted()
          .toList();
    }
  }

  static List<BuiltInDialect> dialects() {
    return BuiltInDialect.all();
  }

  private static String text(String file) throws IOException {
    return Files.readString(BuiltInDialect.TOP.resolve(file));
  }

  private static String artifact(String folder) {
    return "<artifactId>migrate-dialect-" + folder + "</artifactId>";
  }

  @ParameterizedTest
  @MethodSource("folders")
  void isBuilt(String folder) throws IOException {
    assertThat(text("migrate-dialects/pom.xml")).contains("<module>" + folder + "</module>");
    assertThat(text("migrate-dialects/" + folder + "/pom.xml")).contains(artifact(folder));
    assertThat(text("migrate-dialects/trial/pom.xml")).contains("<module>" + folder + "</module>");
    String parent = text("pom.xml");
    assertThat(parent.substring(0, parent.indexOf("</dependencyManagement>")))
        .as("dependencyManagement of the top pom")
        .contains(artifact(folder));
  }

  @ParameterizedTest
  @MethodSource("folders")
  void comesWithAllDialects(String folder) throws IOException {
    assertThat(text("migrate-dialects/all/pom.xml")).contains(artifact(folder));
    assertThat(text("migrate-dialects/all/src/main/java/module-info.java"))
        .contains("requires transitive dev.migrate.dialect." + folder + ";");
  }

  @ParameterizedTest
  @MethodSource("folders")
  void isFoundOnTheClassPathAndOnTheModulePath(String folder) throws IOException {
    String main = "migrate-dialects/" + folder + "/src/main/";
    Matcher provides = PROVIDES.matcher(text(main + "java/module-info.java"));
    assertThat(provides.find()).as("module-info.java provides a DialectProvider").isTrue();
    String services =
        text(main + "resources/META-INF/services/dev.migrate.dialect.DialectProvider").strip();
    assertThat(services).isEqualTo(provides.group(1));
    assertThat(BuiltInDialect.TOP.resolve(main + "java/" + services.replace('.', '/') + ".java"))
        .exists();
  }

  @ParameterizedTest
  @MethodSource("folders")
  void isProposedWhereItIsMissing(String folder) throws IOException {
    assertThat(text("migrate-engine/core/src/main/java/dev/migrate/engine/connect/Dialects.java"))
        .contains("\"dev.migrate:migrate-dialect-" + folder + "\"");
  }

  /** All other tests of the pages walk that list. */
  @ParameterizedTest
  @MethodSource("folders")
  void isListed(String folder) {
    assertThat(BuiltInDialect.all()).extracting(BuiltInDialect::folder).contains(folder);
  }

  @ParameterizedTest
  @MethodSource("folders")
  void isNamedWhereModulesAre(String folder) throws IOException {
    assertThat(text("README.md")).contains("`migrate-dialect-" + folder + "`");
    assertThat(text("CONTRIBUTING.md")).contains("`migrate-dialects/h2`");
    assertThat(text("docs/extending.md")).contains("`migrate-dialects/trial/" + folder + "`");
  }

  /** The guide lists the constants. */
  @ParameterizedTest
  @MethodSource("dialects")
  void hasAConstant(BuiltInDialect dialect) throws IOException {
    assertThat(text("migrate-api/src/main/java/dev/migrate/schema/DialectName.java"))
        .contains("new DialectName(\"" + dialect.name().value() + "\")");
  }

  @ParameterizedTest
  @MethodSource("dialects")
  void isDocumented(BuiltInDialect dialect) throws IOException {
    assertThat(text("docs/databases.md").lines().filter(line -> line.startsWith("## ")))
        .as("the section of databases.md")
        .anyMatch(heading -> heading.contains(dialect.title()));
    assertThat(text("README.md")).contains("| " + dialect.title() + " |");
    assertThat(text("docs/guide.md"))
        .as("the constant in the list of names")
        .contains("`" + dialect.name().value().toUpperCase(Locale.ROOT) + "`");
  }

  @ParameterizedTest
  @MethodSource("dialects")
  void hasTheSuiteOfAllContracts(BuiltInDialect dialect) throws IOException {
    String word = dialect.name().value();
    String suite = word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1) + "SuiteTest";
    assertThat(superclasses(dialect.trial().resolve("src/test/java"), suite))
        .as(suite + " extends DialectSuite")
        .endsWith("DialectSuite");
  }

  /** The name of the last superclass that the sources of a folder lead to. */
  private static String superclasses(Path sources, String type) throws IOException {
    String name = type;
    while (true) {
      String file = name + ".java";
      try (Stream<Path> all = Files.walk(sources)) {
        Path source = all.filter(path -> path.endsWith(file)).findFirst().orElse(null);
        Matcher extended =
            Pattern.compile("class " + name + " extends (\\w+)")
                .matcher(source == null ? "" : Files.readString(source));
        if (!extended.find()) {
          return name;
        }
        name = extended.group(1);
      }
    }
  }

  /** Authors of dialects read there what the suite demands. */
  @Test
  void everyContractIsExplained() throws IOException {
    String page = text("docs/extending.md");
    Path contracts =
        BuiltInDialect.TOP.resolve(
            "migrate-testkit/dialects/src/main/java/dev/migrate/testkit/dialect/contract");
    try (Stream<Path> files = Files.list(contracts)) {
      for (Path file : files.filter(path -> path.toString().endsWith("Contract.java")).toList()) {
        if (Files.readString(file).contains("  @Test")) {
          String contract = file.getFileName().toString().replace(".java", "");
          assertThat(page).as("the table of contracts").contains("`" + contract + "`");
        }
      }
    }
  }
}
