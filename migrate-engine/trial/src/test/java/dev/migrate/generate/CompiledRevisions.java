package dev.migrate.generate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migrate.Revision;
import dev.migrate.model.SchemaSource;
import java.io.StringWriter;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.tools.JavaCompiler;
import javax.tools.ToolProvider;

/** Source files of revisions, compiled into a folder and loaded from it. */
final class CompiledRevisions implements AutoCloseable {

  private final Path folder;
  private final URLClassLoader loader;

  CompiledRevisions(Path folder) throws java.io.IOException {
    this.folder = folder;
    URL[] place = {folder.toUri().toURL()};
    this.loader = new URLClassLoader(place, CompiledRevisions.class.getClassLoader());
  }

  /** Compiles files against each other and what is there, and makes an instance of each. */
  List<Revision> of(List<RevisionSource> sources) throws Exception {
    List<Path> files = new ArrayList<>();
    for (RevisionSource source : sources) {
      files.add(written(source.fileName(), source.text()));
    }
    compile(files);
    List<Revision> revisions = new ArrayList<>();
    for (RevisionSource source : sources) {
      revisions.add(loaded(source));
    }
    return revisions;
  }

  /** Compiles a class with a model. */
  SchemaSource model(String text, String className) throws Exception {
    compile(List.of(written(className.replace('.', '/') + ".java", text)));
    return (SchemaSource) loader.loadClass(className).getMethod("model").invoke(null);
  }

  private Path written(String file, String text) throws java.io.IOException {
    Path path = folder.resolve(file);
    Files.createDirectories(path.getParent());
    return Files.writeString(path, text);
  }

  private void compile(List<Path> files) {
    StringWriter problems = new StringWriter();
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    List<String> options =
        List.of(
            "-proc:none",
            "-d",
            folder.toString(),
            "-cp",
            folder + java.io.File.pathSeparator + System.getProperty("java.class.path"));
    boolean compiled =
        compiler
            .getTask(
                problems,
                null,
                null,
                options,
                null,
                compiler
                    .getStandardFileManager(null, null, null)
                    .getJavaFileObjectsFromPaths(files))
            .call();
    assertThat(compiled).as(problems.toString()).isTrue();
  }

  private Revision loaded(RevisionSource source) throws ReflectiveOperationException {
    String name = source.fileName().replace(".java", "").replace('/', '.');
    return (Revision) loader.loadClass(name).getConstructor().newInstance();
  }

  @Override
  public void close() throws java.io.IOException {
    loader.close();
  }
}
