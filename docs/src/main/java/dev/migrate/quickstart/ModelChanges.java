package dev.migrate.quickstart;

import static dev.migrate.Ddl.*;

import dev.migrate.Revision;
import dev.migrate.engine.Migrator;
import dev.migrate.engine.RevisionGraph;
import dev.migrate.generate.GeneratedRevision;
import dev.migrate.generate.Generator;
import dev.migrate.generate.QuestionException;
import dev.migrate.model.Model;
import dev.migrate.model.SchemaSource;
import dev.migrate.operation.Operation;
import dev.migrate.quickstart.revision.CreateUser;
import dev.migrate.report.Check;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.h2.jdbcx.JdbcDataSource;

/**
 * Two developers who change the model at the same time, and generate their revisions from it; on a
 * database in memory.
 */
final class ModelChanges {

  private static final String PACKAGE = "dev.migrate.quickstart.generated";

  private static final Model DEVELOPER_A =
      Model.of(
          table(
              "user",
              column("id", integer()).identity(),
              column("username", varchar(80)).notNull(),
              column("email", varchar(255)), // new
              primaryKey("id"),
              unique("username")));

  private static final Model RENAMED =
      Model.of(
          table(
              "user",
              column("id", integer()).identity(),
              column("user_name", varchar(80)).notNull(),
              primaryKey("id"),
              unique("user_name")));

  private static final Model DEVELOPER_B =
      Model.of(
          table(
              "user",
              column("id", integer()).identity(),
              column("user_name", varchar(80)).notNull().was("username"),
              primaryKey("id"),
              unique("user_name")));

  private static final Model MERGED =
      Model.of(
          table(
              "user",
              column("id", integer()).identity(),
              column("user_name", varchar(80)).notNull().was("username"),
              column("email", varchar(255)),
              primaryKey("id"),
              unique("user_name")));

  private final Story story;
  private final Path sources;
  private final RevisionCompiler compiler;

  private ModelChanges(Story story, Path sources, RevisionCompiler compiler) {
    this.story = story;
    this.sources = sources;
    this.compiler = compiler;
  }

  /**
   * Tells the story.
   *
   * @param folder an empty folder, for the sources and classes of the generated revisions
   */
  static void tell(Story story, Path folder) throws IOException {
    Path sources = folder.resolve("java");
    Files.createDirectories(sources.resolve(PACKAGE.replace('.', '/')));
    Path classes = Files.createDirectories(folder.resolve("classes"));
    try (RevisionCompiler compiler = RevisionCompiler.into(classes)) {
      new ModelChanges(story, sources, compiler).tell();
    }
  }

  private void tell() throws IOException {
    story.chapter("From the model to the revision");
    story.tell(
        "The accounts once more, and nobody writes a revision: developers change a model, and the"
            + " revision that is missing is generated. Developer A gives the model a column:");
    Revision start = new CreateUser();
    GeneratedRevision email = generated("add email", DEVELOPER_A, start);
    story.say("");
    story.say(withoutImports(email.source()));
    story.say("");
    story.tell(
        "Developer B starts from the same revision, and renames a column in the model. A model does"
            + " not tell whether a column has a new name or another one takes its place, so the"
            + " generator asks:");
    story.say("");
    try {
      generated("rename username", RENAMED, start);
    } catch (QuestionException open) {
      story.say(open.getMessage());
    }
    story.say("");
    story.tell("B answers in the model, with was(\"username\"):");
    GeneratedRevision name = generated("rename username", DEVELOPER_B, start);
    story.say("");
    show(name);
    story.say("");
    story.tell(
        "Git merges the two, in the model and in the revisions. The heads agree; the next revision"
            + " joins them, and has nothing else to do:");
    List<Revision> revisions = new ArrayList<>(List.of(start, compiled(email), compiled(name)));
    GeneratedRevision join =
        generated("join email and name", MERGED, revisions.toArray(new Revision[0]));
    revisions.add(compiled(join));
    story.say("");
    show(join);
    story.say("");
    run(revisions);
  }

  private static GeneratedRevision generated(
      String message, SchemaSource model, Revision... revisions) {
    return Generator.of(RevisionGraph.of(List.of(revisions)))
        .model(model)
        .dialect(H2)
        .packageName(PACKAGE)
        .generate(message)
        .orElseThrow();
  }

  /** Writes the file, and compiles it as the build would. */
  private Revision compiled(GeneratedRevision revision) throws IOException {
    Path file = revision.writeTo(sources);
    return compiler.compile(file, PACKAGE + "." + revision.className());
  }

  private static String withoutImports(String source) {
    return source.substring(source.indexOf("/**"));
  }

  /** The revision in short. */
  private void show(GeneratedRevision revision) {
    story.say(revision.id() + " after " + revision.lineage().parents());
    for (Operation operation : revision.operations()) {
      story.say("  " + operation);
    }
  }

  private void run(List<Revision> revisions) {
    JdbcDataSource database = new JdbcDataSource();
    database.setURL("jdbc:h2:mem:model" + System.nanoTime() + ";DB_CLOSE_DELAY=-1");
    Migrator migrator = Migrator.on(database).revisions(revisions).build();
    migrator.upgrade();
    story.say("upgrade(), and then check(model)");
    Check check = migrator.check(MERGED);
    story.say(check.toString());
    story.say("");
    Optional<GeneratedRevision> second =
        Generator.of(RevisionGraph.of(revisions)).model(MERGED).dialect(H2).generate("more");
    story.say("generate once more: " + second.map(Object::toString).orElse("nothing is missing"));
  }
}
