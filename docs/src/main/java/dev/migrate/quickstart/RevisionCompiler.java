package dev.migrate.quickstart;

import dev.migrate.Revision;
import java.io.File;
import java.io.IOException;
import java.io.StringWriter;
import java.net.URISyntaxException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/**
 * Does what a build does with generated revisions: compiles them, and makes their classes
 * available.
 */
final class RevisionCompiler implements AutoCloseable {

  private final JavaCompiler compiler;
  private final Path classes;
  private final URLClassLoader loader;

  private RevisionCompiler(JavaCompiler compiler, Path classes, URLClassLoader loader) {
    this.compiler = compiler;
    this.classes = classes;
    this.loader = loader;
  }

  /** A compiler into a folder that exists. */
  static RevisionCompiler into(Path classes) throws IOException {
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    if (compiler == null) {
      throw new IllegalStateException("the quickstart needs a JDK, to compile what it generates");
    }
    URL[] urls = {classes.toUri().toURL()};
    return new RevisionCompiler(
        compiler, classes, new URLClassLoader(urls, RevisionCompiler.class.getClassLoader()));
  }

  /** Compiles a file, and makes an instance of its class. */
  Revision compile(Path source, String className) throws IOException {
    StringWriter problems = new StringWriter();
    List<String> options = List.of("-proc:none", "-d", classes.toString(), "-cp", classPath());
    try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, null)) {
      boolean compiled =
          compiler
              .getTask(problems, files, null, options, null, files.getJavaFileObjects(source))
              .call();
      if (!compiled) {
        throw new IllegalStateException(problems.toString());
      }
      return (Revision) loader.loadClass(className).getConstructor().newInstance();
    } catch (ReflectiveOperationException broken) {
      throw new IllegalStateException(broken);
    }
  }

  /**
   * What a revision needs: the API, the revisions of the quickstart, and what was compiled here.
   */
  private String classPath() {
    List<Path> path = new ArrayList<>(List.of(classes));
    Stream.of(Revision.class, Quickstart.class).map(RevisionCompiler::location).forEach(path::add);
    return path.stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator));
  }

  private static Path location(Class<?> type) {
    try {
      return Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI());
    } catch (URISyntaxException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  @Override
  public void close() throws IOException {
    loader.close();
  }
}
