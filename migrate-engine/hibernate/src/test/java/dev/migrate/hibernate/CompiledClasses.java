package dev.migrate.hibernate;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.tools.JavaCompiler;
import javax.tools.ToolProvider;

/** Source files that a test compiles into a folder. */
final class CompiledClasses {

  private CompiledClasses() {}

  /**
   * Compiles files against the class path of the test.
   *
   * @param sources the texts by the names of their files
   * @return a loader of their own
   */
  static ClassLoader in(Path folder, Map<String, String> sources) {
    try {
      List<Path> files = new ArrayList<>();
      for (Map.Entry<String, String> source : sources.entrySet()) {
        Path file = folder.resolve(source.getKey());
        Files.createDirectories(file.getParent());
        files.add(Files.writeString(file, source.getValue()));
      }
      StringWriter problems = new StringWriter();
      JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
      boolean compiled =
          compiler
              .getTask(
                  problems,
                  null,
                  null,
                  List.of("-proc:none", "-nowarn", "-d", folder.toString()),
                  null,
                  compiler
                      .getStandardFileManager(null, null, null)
                      .getJavaFileObjectsFromPaths(files))
              .call();
      assertThat(compiled).as(problems.toString()).isTrue();
      URL[] place = {folder.toUri().toURL()};
      return new URLClassLoader(place, CompiledClasses.class.getClassLoader());
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }
}
