package dev.migrate.commands;

import static dev.migrate.schema.DialectName.H2;
import static java.nio.charset.StandardCharsets.UTF_8;

import dev.migrate.engine.Migrator;
import dev.migrate.engine.Revisions;
import dev.migrate.model.SchemaSource;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.StringReader;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.h2.jdbcx.JdbcDataSource;

/**
 * An application in a folder, with a package for revisions that has none at first. Its sources are
 * compiled whenever a command runs, as a build does.
 */
final class TestApplication {

  static final String PACKAGE = "app.revision";

  private final Path folder;
  private final String url;
  private Optional<SchemaSource> model = Optional.empty();
  private String answers = "";

  private TestApplication(Path folder) {
    this.folder = folder;
    this.url = "jdbc:h2:mem:" + folder.getFileName() + System.nanoTime() + ";DB_CLOSE_DELAY=-1";
  }

  /** What a command printed, without the times in ids. */
  record Printed(int code, String out, String err) {}

  static TestApplication in(Path folder) throws IOException {
    TestApplication application = new TestApplication(folder);
    Files.createDirectories(application.revisions());
    application.write(
        "AppRevisions", "package app.revision;\npublic final class AppRevisions {}\n");
    return application;
  }

  Path sources() {
    return folder.resolve("src/main/java");
  }

  Path revisions() {
    return sources().resolve("app/revision");
  }

  void write(String className, String text) throws IOException {
    Files.writeString(revisions().resolve(className + ".java"), text);
  }

  String source(String className) throws IOException {
    return timeless(Files.readString(revisions().resolve(className + ".java")));
  }

  TestApplication model(SchemaSource other) {
    model = Optional.of(other);
    return this;
  }

  /** From now on somebody answers questions. */
  TestApplication answering(String lines) {
    answers = lines;
    return this;
  }

  Printed run(String... arguments) throws IOException {
    return run(this::migrator, arguments);
  }

  Printed run(java.util.function.Supplier<Migrator> migrator, String... arguments)
      throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    DbCommand db =
        DbCommand.of(migrator)
            .sources(sources())
            .dialect(H2)
            .out(new PrintStream(out, true, UTF_8), new PrintStream(err, true, UTF_8));
    if (model.isPresent()) {
      db = db.model(model.get());
    }
    if (!answers.isEmpty()) {
      db = db.in(new StringReader(answers));
    }
    try (URLClassLoader loader = compiled()) {
      db = db.revisionsBeside(loader.loadClass(PACKAGE + ".AppRevisions"));
      this.loader = loader;
      int code = db.run(arguments);
      return new Printed(code, shown(out), shown(err));
    } catch (ReflectiveOperationException broken) {
      throw new IllegalStateException(broken);
    }
  }

  private ClassLoader loader = TestApplication.class.getClassLoader();

  private Migrator migrator() {
    JdbcDataSource database = new JdbcDataSource();
    database.setURL(url);
    try {
      return Migrator.on(database)
          .revisions(Revisions.beside(loader.loadClass(PACKAGE + ".AppRevisions")))
          .build();
    } catch (ReflectiveOperationException broken) {
      throw new IllegalStateException(broken);
    }
  }

  private String shown(ByteArrayOutputStream printed) {
    return timeless(printed.toString(UTF_8).replace(sources().toString(), "src"));
  }

  private static String timeless(String text) {
    return text.replaceAll("\\b\\d{8}_\\d{4}_", "<time>_");
  }

  /** All sources, compiled; the test fails if they do not compile. */
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
      if (!compiler
          .getTask(problems, files, null, options, null, files.getJavaFileObjectsFromPaths(java))
          .call()) {
        throw new AssertionError(problems);
      }
    }
    return new URLClassLoader(
        new URL[] {classes.toUri().toURL()}, TestApplication.class.getClassLoader());
  }

  /** The names of the files in the package. */
  List<String> files() {
    try (Stream<Path> files = Files.list(revisions())) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }
}
