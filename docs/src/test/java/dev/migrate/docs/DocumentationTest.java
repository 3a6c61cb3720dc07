package dev.migrate.docs;

import static dev.migrate.docs.Pages.CONTRIBUTING;
import static dev.migrate.docs.Pages.README;
import static dev.migrate.docs.Pages.TESTING;
import static dev.migrate.docs.Pages.TOP;
import static org.assertj.core.api.Assertions.assertThat;

import dev.migrate.testkit.RevisionContract;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** What the pages list is complete, and what they name exists. */
class DocumentationTest {

  private static final Pattern LINK = Pattern.compile("]\\((?!https?:)([^)#]*)(#[^)]+)?\\)");
  private static final Pattern SWITCH =
      Pattern.compile("(?:getBoolean|getInteger|getProperty|getenv)\\(\\s*([\\w.]+|\"[^\"]+\")");

  /** Classes of others that the pages name. */
  private static final Set<String> OTHERS =
      Set.of(
          "Boolean",
          "Connection",
          "DataSource",
          "Handle",
          "Instant",
          "Jdbi",
          "JdbcTemplate",
          "LocalDate",
          "LocalDateTime",
          "LocalTime",
          "OffsetDateTime",
          "Optional",
          "RunScript",
          "ServiceLoader",
          "String",
          "TransactionAwareDataSourceProxy");

  /** A jar without a declaration of its module; its only package is named like the module. */
  private static final Pattern AUTOMATIC_MODULE =
      Pattern.compile("<Automatic-Module-Name>([\\w.]+)<");

  private static final Pattern TEXT_CONSTANT =
      Pattern.compile("String (\\w+)\\s*=\\s*\"([\\w.]+)\";");

  @Test
  void everyTestOfTheRevisionContractIsListed() throws IOException {
    Set<String> tests = new TreeSet<>();
    Arrays.stream(RevisionContract.class.getDeclaredMethods())
        .filter(m -> m.isAnnotationPresent(Test.class) || m.isAnnotationPresent(TestFactory.class))
        .forEach(method -> tests.add(method.getName()));

    assertThat(firstCells(section(TESTING, "### What they find"))).isEqualTo(tests);
  }

  @Test
  void everySwitchIsListedAndUsed() throws IOException {
    Set<String> listed = firstCells(section(CONTRIBUTING, "## Switches"));
    Set<String> used = switches();

    assertThat(listed).containsAll(used);
    String poms = Files.readString(TOP.resolve("pom.xml")) + Files.readString(mysqlScript());
    listed.removeAll(used);
    assertThat(listed).allSatisfy(name -> assertThat(poms).contains(name));
  }

  private static Path mysqlScript() {
    return TOP.resolve(".ci/mysql");
  }

  /** The names of all system properties and environment variables that the code reads. */
  private static Set<String> switches() throws IOException {
    List<Path> sources = new ArrayList<>(Pages.mainCode());
    sources.addAll(Pages.testCode());
    Map<String, String> constants = new TreeMap<>();
    Set<String> arguments = new TreeSet<>();
    for (Path source : sources) {
      String text = Files.readString(source);
      TEXT_CONSTANT.matcher(text).results().forEach(c -> constants.put(c.group(1), c.group(2)));
      if (text.contains("System.get") || text.contains("eger.getI") || text.contains("n.getB")) {
        SWITCH.matcher(text).results().forEach(found -> arguments.add(found.group(1)));
      }
    }
    Set<String> names = new TreeSet<>();
    for (String argument : arguments) {
      String constant = argument.substring(argument.lastIndexOf('.') + 1);
      if (argument.startsWith("\"")) {
        names.add(argument.substring(1, argument.length() - 1));
      } else if (constants.containsKey(constant)) {
        names.add(constants.get(constant));
      }
    }
    names.removeIf(name -> name.startsWith("java.") || name.startsWith("user."));
    names.remove("org.graalvm.nativeimage.imagecode");
    return names;
  }

  @Test
  void everyArtifactIsListedWithItsPackages() throws IOException {
    Map<String, Set<String>> listed = new TreeMap<>();
    Pattern row = Pattern.compile("(?m)^\\| `(migrate-[\\w-]+)` \\| ([^|]*)\\|.*\\|$");
    row.matcher(Files.readString(README))
        .results()
        .forEach(found -> listed.put(found.group(1), quoted(found.group(2))));
    Map<String, Set<String>> built = new TreeMap<>();
    for (Path module : Pages.modules()) {
      Path declaration = module.resolve("src/main/java/module-info.java");
      Path pom = module.resolve("pom.xml");
      Matcher automatic = AUTOMATIC_MODULE.matcher(Files.readString(pom));
      if (Files.exists(declaration)) {
        built.put(artifact(pom), exported(Files.readString(declaration)));
      } else if (automatic.find()) {
        built.put(artifact(pom), Set.of(automatic.group(1)));
      }
    }

    assertThat(listed).isEqualTo(built);
  }

  private static Set<String> exported(String declaration) {
    Set<String> packages = new TreeSet<>();
    Pattern.compile("(?m)^ *exports ([\\w.]+);")
        .matcher(declaration)
        .results()
        .forEach(found -> packages.add(found.group(1)));
    return packages;
  }

  private static String artifact(Path pom) throws IOException {
    Matcher matcher =
        Pattern.compile("(?s)</parent>\\s*<artifactId>([^<]+)<").matcher(Files.readString(pom));
    assertThat(matcher.find()).as(pom.toString()).isTrue();
    return matcher.group(1);
  }

  @Test
  void everyModuleIsListedForContributors() throws IOException {
    String text = Files.readString(CONTRIBUTING);

    for (Path module : Pages.modules()) {
      if (Files.isDirectory(module.resolve("src"))) {
        assertThat(text).contains("`" + artifact(module.resolve("pom.xml")) + "`");
        assertThat(text).contains("`" + TOP.relativize(module) + "`");
      }
    }
  }

  @Test
  void everyPageIsReachedFromTheReadme() throws IOException {
    Set<Path> reached = new HashSet<>(Set.of(README));
    Deque<Path> open = new ArrayDeque<>(reached);
    while (!open.isEmpty()) {
      Path page = open.pop();
      for (Path target : targets(page)) {
        if (target.toString().endsWith(".md") && reached.add(target)) {
          open.push(target);
        }
      }
    }

    assertThat(reached).containsExactlyInAnyOrderElementsOf(Pages.all());
  }

  private static List<Path> targets(Path page) throws IOException {
    return LINK.matcher(Files.readString(page))
        .results()
        .filter(link -> !link.group(1).isEmpty())
        .map(link -> page.resolveSibling(link.group(1)).normalize())
        .toList();
  }

  @Test
  void everyLinkLeadsToAFileAndToAHeading() throws IOException {
    for (Path page : Pages.all()) {
      assertThat(targets(page)).as(page.toString()).allSatisfy(file -> assertThat(file).exists());
      Matcher link = LINK.matcher(Files.readString(page));
      while (link.find()) {
        if (link.group(2) != null) {
          Path target =
              link.group(1).isEmpty() ? page : page.resolveSibling(link.group(1)).normalize();
          assertThat(anchors(target)).as(page.toString()).contains(link.group(2));
        }
      }
    }
  }

  private static Set<String> anchors(Path page) throws IOException {
    Set<String> anchors = new TreeSet<>();
    Pattern.compile("(?m)^#+ (.*)$")
        .matcher(Files.readString(page))
        .results()
        .map(heading -> heading.group(1).toLowerCase(Locale.ROOT))
        .map(heading -> heading.replaceAll("[^\\w\\- ]", "").replace(' ', '-'))
        .forEach(anchor -> anchors.add("#" + anchor));
    return anchors;
  }

  @Test
  void everyClassThatAPageNamesExists() throws IOException {
    Set<String> classes = classes();
    Pattern name = Pattern.compile("(?<!\\w)`([A-Z][a-z]\\w*)(?=[`.(])");
    for (Path page : Pages.all()) {
      if (!page.endsWith("CHANGELOG.md")) {
        Stream<String> names =
            name.matcher(Files.readString(page)).results().map(found -> found.group(1));

        assertThat(names.filter(word -> !classes.contains(word))).as(page.toString()).isEmpty();
      }
    }
  }

  private static Set<String> classes() throws IOException {
    Set<String> classes = new HashSet<>(OTHERS);
    List<Path> sources = new ArrayList<>(Pages.mainCode());
    sources.addAll(Pages.testCode());
    Pattern type = Pattern.compile("\\b(?:class|record|interface|enum) ([A-Z]\\w*)");
    for (Path source : sources) {
      type.matcher(Files.readString(source)).results().forEach(t -> classes.add(t.group(1)));
    }
    return classes;
  }

  private static String section(Path page, String heading) throws IOException {
    String text = Files.readString(page);
    int start = text.indexOf(heading + "\n");
    assertThat(start).as(page + ": " + heading).isNotNegative();
    Matcher next = Pattern.compile("(?m)^#{2," + heading.indexOf(' ') + "} ").matcher(text);
    return text.substring(
        start, next.find(start + heading.length()) ? next.start() : text.length());
  }

  /** What stands in backquotes in the first cells of all tables. */
  private static Set<String> firstCells(String section) {
    Set<String> cells = new TreeSet<>();
    Pattern.compile("(?m)^\\| `([^`]+)` \\|")
        .matcher(section)
        .results()
        .forEach(cell -> cells.add(cell.group(1)));
    return cells;
  }

  private static Set<String> quoted(String cell) {
    Set<String> words = new TreeSet<>();
    Pattern.compile("`([^`]+)`").matcher(cell).results().forEach(w -> words.add(w.group(1)));
    return words;
  }
}
