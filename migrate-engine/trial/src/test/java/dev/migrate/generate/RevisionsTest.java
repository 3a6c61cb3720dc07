package dev.migrate.generate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.migrate.Revision;
import dev.migrate.RevisionException;
import dev.migrate.engine.Revisions;
import dev.migrate.error.DefinitionException;
import dev.migrate.report.NoRevisionsException;
import java.io.IOException;
import java.io.OutputStream;
import java.io.StringWriter;
import java.lang.module.Configuration;
import java.lang.module.ModuleFinder;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The revisions of a package are found wherever its classes are. */
class RevisionsTest {

  private static final String BODY =
      """
       {
        public dev.migrate.Lineage lineage() { return dev.migrate.Lineage.of("%1$s").root(); }
        public void upgrade(dev.migrate.Operations op) {}
      }
      """;

  @TempDir Path folder;

  private Path compiled(Map<String, String> classes) throws IOException {
    Path sources = Files.createDirectories(folder.resolve("some sources"));
    Path output = Files.createDirectories(folder.resolve("some classes"));
    List<Path> files = new ArrayList<>();
    for (Map.Entry<String, String> one : classes.entrySet()) {
      Path file = sources.resolve(one.getKey() + ".java");
      files.add(Files.writeString(file, one.getValue()));
    }
    StringWriter problems = new StringWriter();
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    boolean successful =
        compiler
            .getTask(
                problems,
                null,
                null,
                List.of(
                    "-proc:none",
                    "-d",
                    output.toString(),
                    "-cp",
                    System.getProperty("java.class.path")),
                null,
                compiler
                    .getStandardFileManager(null, null, null)
                    .getJavaFileObjectsFromPaths(files))
            .call();
    assertThat(successful).as(problems.toString()).isTrue();
    return output;
  }

  private static String revision(String name) {
    return "package app; public class "
        + name
        + " implements dev.migrate.Revision "
        + BODY.formatted(name);
  }

  private Path usual() throws IOException {
    return compiled(
        Map.of(
            "Second", revision("Second"),
            "First", revision("First"),
            "Base", "package app; abstract class Base implements dev.migrate.Revision {}",
            "Other", "package app; class Other { Object o = new Object() {}; }",
            "Below", revision("Below").replace("package app;", "package app.below;")));
  }

  private static List<String> beside(ClassLoader loader) throws ClassNotFoundException {
    return Revisions.beside(loader.loadClass("app.Other")).stream()
        .map(revision -> revision.getClass().getName())
        .toList();
  }

  private static URLClassLoader loader(Path place) throws IOException {
    URL[] places = {place.toUri().toURL()};
    return new URLClassLoader(places, RevisionsTest.class.getClassLoader());
  }

  @Test
  void inAFolder() throws Exception {
    try (URLClassLoader loader = loader(usual())) {
      assertThat(beside(loader)).containsExactly("app.First", "app.Second");
    }
  }

  @Test
  void inAJar() throws Exception {
    Path classes = usual();
    Path jar = folder.resolve("an app.jar");
    try (OutputStream file = Files.newOutputStream(jar);
        JarOutputStream archive = new JarOutputStream(file);
        Stream<Path> all = Files.walk(classes)) {
      for (Path one : all.filter(Files::isRegularFile).toList()) {
        archive.putNextEntry(new JarEntry(classes.relativize(one).toString().replace('\\', '/')));
        Files.copy(one, archive);
      }
    }
    try (URLClassLoader loader = loader(jar)) {
      assertThat(beside(loader)).containsExactly("app.First", "app.Second");
    }
  }

  @Test
  void inAModule() throws Exception {
    Path classes = usual();
    compiled(Map.of("module-info", "module app { exports app; exports app.below; }"));
    ModuleLayer boot = ModuleLayer.boot();
    Configuration configuration =
        boot.configuration().resolve(ModuleFinder.of(classes), ModuleFinder.of(), Set.of("app"));
    ModuleLayer.Controller controller =
        ModuleLayer.defineModulesWithOneLoader(
            configuration, List.of(boot), RevisionsTest.class.getClassLoader());
    Module module = controller.layer().findModule("app").orElseThrow();
    controller.addReads(module, Revision.class.getModule());

    assertThat(beside(module.getClassLoader())).containsExactly("app.First", "app.Second");
  }

  /** The property is what GraalVM sets in an image. */
  @Test
  void inANativeImageTheAdviceIsToListThem() {
    System.setProperty("org.graalvm.nativeimage.imagecode", "runtime");
    try {
      assertThatThrownBy(() -> Revisions.beside(RevisionsTest.class))
          .isInstanceOf(DefinitionException.class)
          .hasMessageContaining(
              "the classes beside dev.migrate.generate.RevisionsTest cannot be listed")
          .hasMessageContaining("a native image has no files of its classes")
          .hasMessageContaining("revisions(new First(), new Second())");
    } finally {
      System.clearProperty("org.graalvm.nativeimage.imagecode");
    }
  }

  @Test
  void aPackageWithoutRevisionsIsRefused() {
    assertThatThrownBy(() -> Revisions.beside(DefinitionException.class))
        .isInstanceOf(NoRevisionsException.class)
        .hasMessageContaining("no revision in the package dev.migrate.error")
        .hasMessageContaining("looked in");
  }

  @Test
  void aClassOfTheJdkIsRefused() {
    assertThatThrownBy(() -> Revisions.beside(String.class))
        .isInstanceOf(NoRevisionsException.class)
        .hasMessageContaining("java.lang");
    assertThatThrownBy(() -> Revisions.beside(int[].class))
        .isInstanceOf(NoRevisionsException.class);
  }

  @Test
  void aClassWithoutItsConstructorIsNamed() throws Exception {
    Map<String, String> bad =
        Map.of(
            "has no public constructor",
            revision("Bad").replace("{\n", "{ public Bad(int number) {}\n"),
            "no public constructor without parameters",
            revision("Bad").replace("public class", "class"),
            "because    java.lang.IllegalStateException: broken",
            revision("Bad")
                .replace(
                    "{\n", "{ public Bad() { throw new IllegalStateException(\"broken\"); }\n"));
    for (Map.Entry<String, String> one : bad.entrySet()) {
      Path classes =
          compiled(Map.of("Bad", one.getValue(), "Other", "package app; class Other {}"));
      try (URLClassLoader loader = loader(classes)) {
        assertThatThrownBy(() -> beside(loader))
            .isInstanceOf(RevisionException.class)
            .hasMessageContaining("app.Bad")
            .hasMessageContaining(one.getKey());
      }
    }
  }

  @Test
  void aClassThatCannotBeLoadedIsNamed() throws Exception {
    Path classes =
        compiled(
            Map.of(
                "Needed", "package app; public class Needed {}",
                "Other", "package app; class Other extends Needed {}",
                "First", revision("First")));
    try (URLClassLoader loader = loader(classes)) {
      Class<?> first = loader.loadClass("app.First");
      Files.delete(classes.resolve("app/Needed.class"));

      assertThatThrownBy(() -> Revisions.beside(first))
          .isInstanceOf(RevisionException.class)
          .hasMessageContaining("app.Other")
          .hasMessageContaining("cannot be loaded");
    }
  }
}
