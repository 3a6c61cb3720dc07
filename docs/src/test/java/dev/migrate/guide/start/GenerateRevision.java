package dev.migrate.guide.start;

import static dev.migrate.Ddl.*;

import dev.migrate.engine.RevisionGraph;
import dev.migrate.engine.Revisions;
import dev.migrate.generate.Answers;
import dev.migrate.generate.Generator;
import java.nio.file.Path;
import java.util.List;

// snippet: generate-program
/** Writes the revision that is missing: arguments are the message, and answers as flags. */
public final class GenerateRevision {

  private GenerateRevision() {}

  public static void main(String... arguments) {
    List<String> flags = List.of(arguments).subList(1, arguments.length);
    Generator.of(RevisionGraph.of(Revisions.beside(CreateAccount.class)))
        .model(LoopTest.MODEL)
        .dialect(POSTGRESQL)
        .answers(Answers.parse(flags))
        .generate(arguments[0])
        .map(revision -> revision.writeTo(Path.of("src/main/java")))
        .ifPresentOrElse(System.out::println, () -> System.out.println("nothing is missing"));
  }
}
// end
