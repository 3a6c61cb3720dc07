package dev.migrate.docs;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The files of the repository that tests of the pages read. */
final class Pages {

  static final Path TOP = Path.of("..").toAbsolutePath().normalize();
  static final Path README = TOP.resolve("README.md");
  static final Path CONTRIBUTING = TOP.resolve("CONTRIBUTING.md");
  static final Path TESTING = TOP.resolve("docs/testing.md");

  /** Where the deepest {@code pom.xml} is. */
  private static final int DEEPEST = 4;

  private Pages() {}

  /** Every page: those of the top folder and those of {@code docs}. */
  static List<Path> all() throws IOException {
    List<Path> pages = new ArrayList<>(List.of(README, CONTRIBUTING, TOP.resolve("CHANGELOG.md")));
    pages.addAll(under(TOP.resolve("docs"), ".md"));
    return List.copyOf(pages);
  }

  /** The main code of all modules. */
  static List<Path> mainCode() throws IOException {
    return code("src/main/java");
  }

  /** The tests of all modules. */
  static List<Path> testCode() throws IOException {
    return code("src/test/java");
  }

  /** The folders that have a {@code pom.xml}. */
  static List<Path> modules() throws IOException {
    try (Stream<Path> found = Files.walk(TOP, DEEPEST)) {
      return found.filter(path -> path.endsWith("pom.xml")).map(Path::getParent).sorted().toList();
    }
  }

  private static List<Path> code(String folder) throws IOException {
    List<Path> code = new ArrayList<>();
    for (Path module : modules()) {
      Path sources = module.resolve(folder);
      if (Files.isDirectory(sources)) {
        code.addAll(under(sources, ".java"));
      }
    }
    return List.copyOf(code);
  }

  private static List<Path> under(Path folder, String suffix) throws IOException {
    try (Stream<Path> found = Files.walk(folder)) {
      return found
          .filter(path -> path.toString().endsWith(suffix))
          .filter(path -> !path.startsWith(TOP.resolve("docs/target")))
          .sorted()
          .toList();
    }
  }
}
