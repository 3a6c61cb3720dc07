package dev.migrate.docs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import java.io.IOException;
import java.lang.reflect.AnnotatedElement;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What a native image cannot see by itself is in the metadata of the jars. The engine's own is
 * compared with its records where these are read.
 */
class NativeImageTest {

  private static final String FOLDER = "META-INF/native-image";
  private static final Pattern TYPE =
      Pattern.compile("\"(?:type|name)\": \"([\\w.$]+\\.[\\w$]+)\"");
  private static final Pattern METHOD =
      Pattern.compile("\\{\"name\": \"(\\w+)\", \"parameterTypes\": \\[]}");

  /**
   * What looks for a class, a member or a resource by a name that may be known only at run time.
   */
  private static final Map<String, String> REFLECTIVE =
      Map.of(
          "java.lang.Class",
          "forName|getResource.*|get(Declared)?(Method|Constructor|Field)s?|getRecordComponents"
              + "|getPermittedSubclasses|newInstance",
          "java.lang.ClassLoader",
          "loadClass|(get|find).*Resource.*|resources",
          "java.lang.Module",
          "getResourceAsStream",
          "java.lang.reflect.Constructor",
          "newInstance",
          "java.lang.reflect.Field",
          "(get|set).*",
          "java.lang.reflect.Method",
          "invoke",
          "java.lang.reflect.Proxy",
          "newProxyInstance",
          "java.lang.invoke.MethodHandles$Lookup",
          ".*",
          "java.util.ResourceBundle",
          "getBundle",
          "java.util.ServiceLoader",
          "load.*");

  /** Programs and tests do not become a part of an image. */
  private static final List<String> NOT_IN_AN_IMAGE =
      List.of(
          "dev.migrate.testkit",
          "dev.migrate.quickstart",
          "dev.migrate.benchmark",
          "dev.migrate.docs",
          "dev.migrate.guide");

  @Test
  void reflectionIsWhereThePageSaysItIs() throws IOException {
    Set<String> found =
        MainClasses.all().stream()
            .filter(type -> NOT_IN_AN_IMAGE.stream().noneMatch(type.getPackageName()::startsWith))
            .filter(NativeImageTest::isReflective)
            .map(type -> type.getName().replaceAll("^.*\\.|\\$.*$", ""))
            .collect(Collectors.toCollection(TreeSet::new));
    String page = Files.readString(Path.of("native-and-modules.md"));
    String section = page.substring(page.indexOf("### Where reflection is used"));
    Set<String> listed =
        Pattern.compile("(?m)^\\| `(\\w+)` \\|")
            .matcher(section)
            .results()
            .map(row -> row.group(1))
            .collect(Collectors.toCollection(TreeSet::new));

    assertThat(found).contains("RecordShape", "CodeConnection").isEqualTo(listed);
  }

  private static boolean isReflective(JavaClass type) {
    return type.getAccessesFromSelf().stream()
        .map(JavaAccess::getTarget)
        .anyMatch(
            target ->
                REFLECTIVE.containsKey(target.getOwner().getName())
                    && target.getName().matches(REFLECTIVE.get(target.getOwner().getName())));
  }

  static List<Path> folders() throws IOException {
    List<Path> folders = new ArrayList<>();
    for (Path module : Pages.modules()) {
      Path own = module.resolve("src/main/resources").resolve(FOLDER).resolve("dev.migrate");
      if (Files.isDirectory(own)) {
        try (Stream<Path> artifacts = Files.list(own)) {
          artifacts.forEach(folders::add);
        }
      }
    }
    return folders;
  }

  @Test
  void theJarsThatNeedMetadataHaveIt() throws IOException {
    assertThat(folders())
        .extracting(folder -> folder.getFileName().toString())
        .contains(
            "migrate-commands",
            "migrate-engine",
            "migrate-dialect-postgresql",
            "migrate-hibernate");
  }

  @ParameterizedTest
  @MethodSource("folders")
  void everyTypeAndMethodInTheMetadataExists(Path folder) throws Exception {
    List<String> lines = Files.readAllLines(folder.resolve("reachability-metadata.json"));
    List<AnnotatedElement> found = new ArrayList<>();
    for (String line : lines) {
      for (String name : types(line)) {
        Class<?> type = Class.forName(name, false, getClass().getClassLoader());
        found.add(type);
        // A method of the JDK can be newer than the one that runs the test.
        if (!name.startsWith("java.")) {
          METHOD.matcher(line).results().map(method(type)).forEach(found::add);
        }
      }
    }
    assertThat(found).isNotEmpty();
  }

  private static Function<MatchResult, AnnotatedElement> method(Class<?> type) {
    return found ->
        Arrays.stream(type.getDeclaredMethods())
            .filter(one -> one.getName().equals(found.group(1)) && one.getParameterCount() == 0)
            .findFirst()
            .orElseThrow(() -> new AssertionError(type + " has no method " + found.group(1)));
  }

  @ParameterizedTest
  @MethodSource("folders")
  void bothFormatsNameTheSame(Path folder) throws IOException {
    String current = Files.readString(folder.resolve("reachability-metadata.json"));
    String earlier = Files.readString(folder.resolve("reflect-config.json"));

    assertThat(types(current)).isEqualTo(types(earlier));
    assertThat(METHOD.matcher(current).results().map(MatchResult::group))
        .containsExactlyElementsOf(
            METHOD.matcher(earlier).results().map(MatchResult::group).toList());
  }

  private static Set<String> types(String text) {
    return TYPE.matcher(text)
        .results()
        .map(found -> found.group(1))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /** Picocli's annotation processor writes it when Maven compiles the commands. */
  @Test
  void everyCommandAndOptionIsInTheMetadataOfPicocli() throws IOException {
    Path file =
        Pages.TOP
            .resolve("migrate-engine/commands/target/classes")
            .resolve(FOLDER)
            .resolve("picocli-generated/dev.migrate/migrate-commands/reflect-config.json");
    assumeTrue(Files.exists(file), "the commands are compiled by Maven");
    String text = Files.readString(file);

    assertThat(
            MainClasses.all().stream()
                .filter(type -> type.getPackageName().startsWith("dev.migrate.commands"))
                .filter(type -> MainClasses.isAnnotatedFrom(type, "picocli")))
        .isNotEmpty()
        .allSatisfy(
            type -> {
              assertThat(text).contains("\"name\" : \"" + type.getName() + "\"");
              assertThat(type.getFields())
                  .filteredOn(field -> MainClasses.hasAnnotationFrom(field, "picocli"))
                  .allMatch(field -> text.contains("\"name\" : \"" + field.getName() + "\""));
            });
  }
}
