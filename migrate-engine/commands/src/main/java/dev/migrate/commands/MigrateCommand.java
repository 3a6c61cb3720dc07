package dev.migrate.commands;

import dev.migrate.RevisionId;
import dev.migrate.commands.terminal.Terminal;
import dev.migrate.dialect.Dialect;
import dev.migrate.engine.RevisionGraph;
import dev.migrate.error.DefinitionException;
import dev.migrate.error.Facts;
import dev.migrate.generate.GeneratedRevision;
import dev.migrate.generate.Generator;
import dev.migrate.model.SchemaSource;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code db migrate}. */
@Command(
    name = "migrate",
    aliases = "generate",
    description = {
      "Write the revision that is missing after a change of the model.",
      "The model is compared with the revisions, not with the database. What that leaves open, such"
          + " as whether a column was renamed, is asked on a terminal and answered by flags"
          + " elsewhere."
    },
    exitCodeList = {
      "0:the revision was written, or nothing is missing",
      "1:an error; nothing was written",
      "3:a question has no answer; nothing was written"
    },
    footer = {
      "  db migrate -m \"add email\"",
      "  db migrate -m \"rename mail\" --rename account.mail=email"
    })
final class MigrateCommand extends WritingCommand {

  @Option(
      names = {"-m", "--message"},
      paramLabel = "<message>",
      description = "What it is for; class and file are named after it.")
  String message = "";

  @Option(
      names = "--head",
      paramLabel = "<revision>",
      description = "Put it after this head only, or these; by default it joins all heads.")
  List<String> heads = new ArrayList<>();

  @Option(names = "--dialect", paramLabel = "<name>", description = "The dialect, such as h2.")
  @Nullable String dialect;

  @Option(names = "--sql", description = "Print the SQL, and write nothing.")
  boolean sql;

  @Mixin AnswerOptions answers = new AnswerOptions();

  @Override
  int run(Terminal terminal) {
    SchemaSource model = db.model().orElseThrow(MigrateCommand::noModel);
    RevisionGraph graph = known();
    Generator generator =
        generator(graph, model)
            .answers(answers.answers())
            .interview(new ConsoleInterview(terminal));
    Optional<GeneratedRevision> missing = generator.generate(message);
    if (missing.isEmpty()) {
      terminal.out().println("nothing is missing: the revisions make what the model declares");
    } else if (sql) {
      terminal.out().print(missing.get().script());
    } else if (dryRun) {
      terminal.out().print(missing.get().source());
    } else {
      write(missing.get(), terminal);
    }
    return ExitCode.OK;
  }

  private Generator generator(RevisionGraph graph, SchemaSource model) {
    Dialect database = new CommandDialect(db, Optional.ofNullable(dialect)).of(this::migrator);
    Generator generator = Generator.of(graph).model(model).dialect(database);
    if (!sql) {
      generator = generator.packageName(packageOf(graph));
    }
    if (!heads.isEmpty()) {
      List<RevisionId> parents = NamedRevisions.of(graph, heads);
      generator =
          generator.after(
              parents.get(0), parents.subList(1, parents.size()).toArray(new RevisionId[0]));
    }
    return generator;
  }

  private void write(GeneratedRevision revision, Terminal terminal) {
    Path file = revision.writeTo(sources());
    terminal.out().println("wrote " + file);
    terminal.out().println(revision.lineage());
    print(terminal, revision.operations());
    print(terminal, "destroys", revision.destroys());
    print(terminal, "note", revision.remarks());
    print(terminal, "not in the model, and left alone", revision.leftAlone());
    printNext(terminal, revision.className(), "read it");
  }

  private static DefinitionException noModel() {
    return new DefinitionException(
        Facts.of("the application gives db no model to compare with the revisions")
            .with("left", "nothing was written")
            .next(
                "give it one: DbCommand.of(…).model(AppModel.MODEL), such as Model.of(table(…)) or"
                    + " HibernateModel.of(…); or write the revision by hand, with db revision"));
  }
}
