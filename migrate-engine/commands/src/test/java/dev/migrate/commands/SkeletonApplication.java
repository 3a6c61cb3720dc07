package dev.migrate.commands;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.migrate.testkit.RevisionContract;
import java.io.File;
import java.io.IOException;
import java.io.StringWriter;
import java.lang.reflect.Constructor;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.DynamicTest;

/** An application that {@code db init} began, with its commands in a process of their own. */
record SkeletonApplication(Path folder) {

  private Path classes() {
    return folder.resolve("target/classes");
  }

  private String classPath() {
    return classes() + File.pathSeparator + System.getProperty("java.class.path");
  }

  /** Compiles all sources, those of tests too; the test fails if they do not compile. */
  void compile() throws IOException {
    Files.createDirectories(classes());
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    StringWriter problems = new StringWriter();
    List<String> options =
        List.of(
            "-proc:none",
            "-Xlint:all,-processing,-classfile",
            "-d",
            classes().toString(),
            "-cp",
            classPath());
    try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, UTF_8);
        Stream<Path> sources = Files.walk(folder.resolve("src"))) {
      List<Path> java = sources.filter(file -> file.toString().endsWith(".java")).toList();
      boolean compiled =
          compiler
              .getTask(
                  problems, files, null, options, null, files.getJavaFileObjectsFromPaths(java))
              .call();
      assertThat(compiled).as(problems.toString()).isTrue();
    }
  }

  /** Runs a command, and returns all that it printed. */
  String run(int code, String... arguments) throws IOException, InterruptedException {
    List<String> line =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-Dorg.slf4j.simpleLogger.defaultLogLevel=off",
                "-cp",
                classPath(),
                "app.Db"));
    line.addAll(List.of(arguments));
    Process process =
        new ProcessBuilder(line).directory(folder.toFile()).redirectErrorStream(true).start();
    process.getOutputStream().close();
    String printed = new String(process.getInputStream().readAllBytes(), UTF_8);
    assertThat(process.waitFor()).as(printed).isEqualTo(code);
    return printed;
  }

  /** Runs the main tests of the test class that came with it. */
  void contract() throws Throwable {
    URL[] place = {classes().toUri().toURL()};
    try (URLClassLoader loader = new URLClassLoader(place, getClass().getClassLoader())) {
      Constructor<?> test =
          loader.loadClass("app.revision.AppRevisionsTest").getDeclaredConstructor();
      test.setAccessible(true);
      RevisionContract contract = (RevisionContract) test.newInstance();
      contract.revisionsFitTogether();
      contract.listsEveryRevision();
      contract.upgradesAtOnceAndOnlyOnce();
      for (DynamicTest one : contract.makesTheModel().toList()) {
        one.getExecutable().execute();
      }
    }
  }
}
