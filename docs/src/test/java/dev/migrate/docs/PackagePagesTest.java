package dev.migrate.docs;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * The page of every package ends with what the package depends on, and the table of layers has the
 * same. {@code -Ddocs.update} writes both again.
 */
class PackagePagesTest {

  private static final Path DESIGN = Path.of("design.md");
  private static final String START = "<!-- generated: layers -->\n";
  private static final String END = "<!-- end -->";
  private static final String FACE = "dev.migrate";
  private static final Set<String> API =
      Set.of(
          FACE,
          FACE + ".dialect",
          FACE + ".error",
          FACE + ".operation",
          FACE + ".schema",
          FACE + ".sql");
  private static final Map<String, String> LIBRARIES =
      new TreeMap<>(
          Map.of(
              "tools.jackson", "Jackson",
              "org.graphper", "graph-support-core",
              "org.jdbi", "JDBI",
              "org.slf4j", "SLF4J",
              "org.springframework", "Spring",
              "org.junit", "JUnit"));
  private static final int WIDTH = 100;

  private static final Path PROGRAM = Path.of("..", "migrate-testkit", "kills");

  /** The page of each package of the library; programs and tests have none. */
  private static final Map<String, Path> PAGES = pages();

  /** What each package depends on: packages of this library, and names of other libraries. */
  private static final Map<String, Set<String>> FACTS = facts();

  @Test
  void everyPageSaysWhatItsPackageDependsOn() throws IOException {
    assertThat(FACTS.keySet()).hasSizeGreaterThan(20).isEqualTo(PAGES.keySet());
    List<String> wrong = new ArrayList<>();
    for (String name : FACTS.keySet()) {
      Path page = PAGES.get(name);
      String text = Files.readString(page);
      String sentence = sentence(name);
      if (!paragraph(text).equals(Optional.of(sentence))) {
        wrong.add(name + " should end with: <p>" + sentence);
        if (Boolean.getBoolean("docs.update")) {
          Files.writeString(page, withParagraph(text, sentence));
        }
      }
    }
    assertThat(Boolean.getBoolean("docs.update") ? List.of() : wrong).isEmpty();
  }

  @Test
  void theTableOfLayersSaysTheSame() throws IOException {
    String page = Files.readString(DESIGN);
    int start = page.indexOf(START) + START.length();
    int end = page.indexOf(END, start);
    if (Boolean.getBoolean("docs.update")) {
      Files.writeString(DESIGN, page.substring(0, start) + table() + page.substring(end));
    } else {
      assertThat(page.substring(start, end)).isEqualTo(table());
    }
  }

  private static Map<String, Set<String>> facts() {
    Map<String, Set<String>> facts = new TreeMap<>();
    for (JavaClass type : MainClasses.all()) {
      if (isOurs(type.getPackageName())) {
        Set<String> others = facts.computeIfAbsent(type.getPackageName(), name -> new TreeSet<>());
        type.getDirectDependenciesFromSelf().stream()
            .map(Dependency::getTargetClass)
            .map(JavaClass::getBaseComponentType)
            .map(JavaClass::getPackageName)
            .filter(name -> !name.equals(type.getPackageName()))
            .flatMap(name -> isOurs(name) ? Stream.of(name) : library(name))
            .forEach(others::add);
      }
    }
    return facts;
  }

  private static boolean isOurs(String name) {
    return PAGES.containsKey(name);
  }

  private static Stream<String> library(String name) {
    return LIBRARIES.entrySet().stream()
        .filter(library -> name.startsWith(library.getKey()))
        .map(Map.Entry::getValue);
  }

  private static String sentence(String name) {
    List<String> parts = new ArrayList<>();
    parts(name).forEach(part -> parts.add(isOurs(part) ? "{@link " + part + "}" : part));
    return "Depends on " + joined(parts) + ".";
  }

  /** The packages of the API are named where one depends on another, and are one for others. */
  private static List<String> parts(String name) {
    Set<String> others = FACTS.getOrDefault(name, Set.of());
    List<String> parts = new ArrayList<>();
    others.stream()
        .filter(other -> isOurs(other) && (API.contains(name) || !API.contains(other)))
        .forEach(parts::add);
    if (!API.contains(name) && others.stream().anyMatch(API::contains)) {
      parts.add("the API");
    }
    others.stream().filter(other -> !isOurs(other)).forEach(parts::add);
    return parts.isEmpty() ? List.of("the JDK alone") : parts;
  }

  private static String joined(List<String> parts) {
    int last = parts.size() - 1;
    return last == 0
        ? parts.get(0)
        : String.join(", ", parts.subList(0, last)) + " and " + parts.get(last);
  }

  /** The last paragraph of a page, if it says what the package depends on. */
  private static Optional<String> paragraph(String page) {
    int start = page.indexOf(" * <p>Depends on ");
    return start < 0
        ? Optional.empty()
        : Optional.of(
            page.substring(start, page.indexOf("*/", start))
                .lines()
                .map(line -> line.replaceFirst("^ \\*( <p>)?", "").strip())
                .collect(Collectors.joining(" "))
                .strip());
  }

  private static String withParagraph(String page, String sentence) {
    int end = page.indexOf("*/");
    int start = page.indexOf(" *\n * <p>Depends on ");
    StringBuilder text = new StringBuilder();
    if (start >= 0) {
      text.append(page, 0, start);
    } else if (page.startsWith("/** ")) {
      text.append("/**\n * ").append(page, 4, end - 1).append('\n');
    } else {
      text.append(page, 0, end - 1);
    }
    text.append(" *\n");
    String line = " *";
    for (String word : ("<p>" + sentence).split(" ")) {
      if (line.length() + 1 + word.length() > WIDTH) {
        text.append(line).append('\n');
        line = " *";
      }
      line = line + " " + word;
    }
    return text.append(line).append("\n ").append(page.substring(end)).toString();
  }

  private static Map<String, Path> pages() {
    Map<String, Path> pages = new TreeMap<>();
    try (Stream<Path> modules = Files.list(Path.of(".."))) {
      List<Path> roots =
          modules.filter(each -> each.getFileName().toString().startsWith("migrate-")).toList();
      for (Path root : roots) {
        try (Stream<Path> files = Files.walk(root)) {
          files
              .filter(file -> file.endsWith("package-info.java"))
              .filter(file -> file.toString().contains("src/main/java"))
              .filter(file -> !file.startsWith(PROGRAM))
              .forEach(file -> pages.put(packageOf(file), file));
        }
      }
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
    return pages;
  }

  private static String packageOf(Path page) {
    try (Stream<String> lines = Files.lines(page)) {
      return lines
          .filter(line -> line.startsWith("package "))
          .map(line -> line.substring("package ".length(), line.length() - 1))
          .findFirst()
          .orElseThrow();
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  /** Each package after those that it depends on. */
  private static String table() {
    StringBuilder table = new StringBuilder("| package | depends on |\n|---|---|\n");
    FACTS.keySet().stream()
        .sorted(
            Comparator.comparing(PackagePagesTest::depth).thenComparing(Comparator.naturalOrder()))
        .forEach(
            name -> {
              List<String> parts = parts(name).stream().map(PackagePagesTest::shown).toList();
              table.append("| ").append(shown(name)).append(" | ");
              table.append(String.join(", ", parts)).append(" |\n");
            });
    return table.toString();
  }

  private static int depth(String name) {
    return 1
        + FACTS.getOrDefault(name, Set.of()).stream()
            .mapToInt(PackagePagesTest::depth)
            .max()
            .orElse(0);
  }

  /** A package of the engine is shown without what all of these begin with. */
  private static String shown(String name) {
    String engine = FACE + ".engine.";
    String shown = name.startsWith(engine) ? name.substring((FACE + ".").length()) : name;
    return isOurs(name) ? "`" + shown + "`" : name;
  }
}
