package dev.migrate.guide.start;

import static dev.migrate.schema.DialectName.H2;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.migrate.Revision;
import dev.migrate.commands.DbCommand;
import dev.migrate.engine.Migrator;
import dev.migrate.model.SchemaSource;
import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.io.PrintStream;
import java.io.StringWriter;
import java.lang.reflect.InvocationTargetException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;
import javax.sql.DataSource;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/**
 * An application in a folder that {@code db init} began: its sources are compiled before each
 * command, as a build does, and its commands run in this process.
 */
record BegunApplication(Path folder, DataSource database) {

  Path sources() {
    return folder.resolve("src/main/java");
  }

  /** Runs a command, and returns what it printed. */
  String run(List<String> arguments) throws Exception {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    PrintStream stream = new PrintStream(out, true, UTF_8);
    if (arguments.get(0).equals("init")) {
      DbCommand none = DbCommand.of(() -> Migrator.on(database).revisions(List.of()).build());
      run(none.out(stream, stream), Stream.concat(arguments.stream(), folderOption()), out);
    } else {
      try (URLClassLoader classes = compiled()) {
        DbCommand db = commands(classes).sources(sources()).out(stream, stream);
        run(db, arguments.stream(), out);
      }
    }
    return out.toString(UTF_8).replace(folder + File.separator, "");
  }

  private Stream<String> folderOption() {
    return Stream.of("--folder", folder.toString());
  }

  private static void run(DbCommand db, Stream<String> arguments, ByteArrayOutputStream printed) {
    assertThat(db.run(arguments.toArray(String[]::new))).as(printed.toString(UTF_8)).isZero();
  }

  /** What the class Db of the skeleton gives to its commands, with another database. */
  private DbCommand commands(ClassLoader classes) throws ReflectiveOperationException {
    Class<?> list = classes.loadClass("app.revision.AppRevisions");
    SchemaSource model =
        (SchemaSource) classes.loadClass("app.AppModel").getField("MODEL").get(null);
    return DbCommand.of(() -> Migrator.on(database).revisions(all(list)).build())
        .model(model)
        .dialect(H2)
        .revisionsBeside(list);
  }

  private static Collection<Revision> all(Class<?> list) {
    try {
      return ((Collection<?>) list.getMethod("all").invoke(null))
          .stream().map(Revision.class::cast).toList();
    } catch (InvocationTargetException thrown) {
      if (thrown.getCause() instanceof RuntimeException expected) {
        throw expected;
      }
      throw new IllegalStateException(thrown);
    } catch (ReflectiveOperationException broken) {
      throw new IllegalStateException(broken);
    }
  }

  private URLClassLoader compiled() throws IOException {
    Path classes = Files.createTempDirectory(folder, "classes");
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    StringWriter problems = new StringWriter();
    List<String> options =
        List.of(
            "-proc:none", "-d", classes.toString(), "-cp", System.getProperty("java.class.path"));
    try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, UTF_8);
        Stream<Path> sources = Files.walk(sources())) {
      List<Path> java = sources.filter(file -> file.toString().endsWith(".java")).toList();
      boolean compiled =
          compiler
              .getTask(
                  problems, files, null, options, null, files.getJavaFileObjectsFromPaths(java))
              .call();
      assertThat(compiled).as(problems.toString()).isTrue();
    }
    return new URLClassLoader(
        new URL[] {classes.toUri().toURL()}, BegunApplication.class.getClassLoader());
  }
}
