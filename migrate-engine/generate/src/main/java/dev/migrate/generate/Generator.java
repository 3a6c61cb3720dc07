package dev.migrate.generate;

import dev.migrate.RevisionId;
import dev.migrate.dialect.Dialect;
import dev.migrate.engine.RevisionGraph;
import dev.migrate.engine.connect.Dialects;
import dev.migrate.error.Arguments;
import dev.migrate.error.DefinitionException;
import dev.migrate.model.SchemaSource;
import dev.migrate.report.ConflictException;
import dev.migrate.report.DatabaseException;
import dev.migrate.report.PlanException;
import dev.migrate.schema.DialectName;
import dev.migrate.schema.Schema;
import dev.migrate.source.JavaNames;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Makes the revision after which the revisions make the schema that a model declares. Needs no
 * database: the model is compared with what the revisions do. Immutable and thread-safe.
 *
 * <pre>{@code
 * Optional<GeneratedRevision> revision =
 *     Generator.of(graph).model(model).dialect(POSTGRESQL).generate("add email");
 * revision.ifPresent(it -> it.writeTo(Path.of("src/main/java")));
 * }</pre>
 */
public final class Generator {

  private final RevisionGraph graph;
  private final @Nullable SchemaSource model;
  private final @Nullable Dialect dialect;
  private final Optional<String> packageName;
  private final Clock clock;
  private final Answers answers;
  private final Optional<Interview> interview;
  private final AfterWriting afterWriting;
  private final Optional<List<RevisionId>> parents;

  private Generator(
      RevisionGraph graph,
      @Nullable SchemaSource model,
      @Nullable Dialect dialect,
      Optional<String> packageName,
      Clock clock,
      Answers answers,
      Optional<Interview> interview,
      AfterWriting afterWriting,
      Optional<List<RevisionId>> parents) {
    this.graph = graph;
    this.model = model;
    this.dialect = dialect;
    this.packageName = packageName;
    this.clock = clock;
    this.answers = answers;
    this.interview = interview;
    this.afterWriting = afterWriting;
    this.parents = parents;
  }

  /**
   * A generator after these revisions.
   *
   * @param revisions the revisions so far, possibly none
   */
  public static Generator of(RevisionGraph revisions) {
    return new Generator(
        Arguments.requireGiven(revisions, "the graph of revisions"),
        null,
        null,
        Optional.empty(),
        Clock.systemUTC(),
        Answers.none(),
        Optional.empty(),
        AfterWriting.NOTHING,
        Optional.empty());
  }

  /** Sets the model. */
  public Generator model(SchemaSource source) {
    Arguments.requireGiven(source, "the model");
    return new Generator(
        graph, source, dialect, packageName, clock, answers, interview, afterWriting, parents);
  }

  /**
   * Sets the database for which model and revisions are compared: differences that it would not
   * store do not count.
   *
   * @throws DatabaseException if no dialect of this name is on the class path
   */
  public Generator dialect(DialectName name) {
    return dialect(Dialects.named(Arguments.requireGiven(name, "the name of the dialect")));
  }

  /** Sets the database for which model and revisions are compared. */
  public Generator dialect(Dialect other) {
    Arguments.requireGiven(other, "the dialect");
    return new Generator(
        graph, model, other, packageName, clock, answers, interview, afterWriting, parents);
  }

  /**
   * Sets the package of the class; by default, that of the newest head's class.
   *
   * @param name the package; empty for none
   * @throws DefinitionException if that is not the name of a package
   */
  public Generator packageName(String name) {
    if (!Arguments.requireGiven(name, "the name of the package").isEmpty()
        && !JavaNames.isPackage(name)) {
      throw new DefinitionException(
          "\"" + name + "\" is not the name of a Java package",
          "write a name such as app.revision");
    }
    return new Generator(
        graph, model, dialect, Optional.of(name), clock, answers, interview, afterWriting, parents);
  }

  /** Sets the clock for the time in the id; the system's clock by default. */
  public Generator clock(Clock other) {
    Arguments.requireGiven(other, "the clock");
    return new Generator(
        graph, model, dialect, packageName, other, answers, interview, afterWriting, parents);
  }

  /**
   * Answers questions that the model leaves open: whether an element is renamed or dropped, which
   * value existing rows get in a new column, and whether data may be destroyed. None by default.
   */
  public Generator answers(Answers given) {
    Arguments.requireGiven(given, "the answers");
    return new Generator(
        graph, model, dialect, packageName, clock, given, interview, afterWriting, parents);
  }

  /** Sets who is asked the questions that the answers leave open; by default, they are refused. */
  public Generator interview(Interview given) {
    Arguments.requireGiven(given, "the interview");
    return new Generator(
        graph,
        model,
        dialect,
        packageName,
        clock,
        answers,
        Optional.of(given),
        afterWriting,
        parents);
  }

  /**
   * Puts the revision after these only; by default, it comes after all heads and joins them.
   *
   * @throws IllegalArgumentException when it is generated, if the graph has no such revision
   */
  public Generator after(RevisionId first, RevisionId... more) {
    List<RevisionId> all = new ArrayList<>();
    all.add(Arguments.requireGiven(first, "a revision"));
    all.addAll(List.of(Arguments.requireGiven(more, "the list of further revisions")));
    return new Generator(
        graph,
        model,
        dialect,
        packageName,
        clock,
        answers,
        interview,
        afterWriting,
        Optional.of(all));
  }

  /** Does something with the file once it is written; nothing by default. */
  public Generator afterWriting(AfterWriting given) {
    Arguments.requireGiven(given, "what is to be done after writing");
    return new Generator(
        graph, model, dialect, packageName, clock, answers, interview, given, parents);
  }

  /**
   * The revision that is missing after the heads. Where there are several heads, it joins them,
   * also if it has nothing else to do.
   *
   * @param message what it is for; the names of class and file come from it. If it is blank, they
   *     come from the first operation
   * @return the revision, of which nothing is written yet; empty if the revisions already make what
   *     the model declares
   * @throws ConflictException if branches conflict
   * @throws PlanException if a revision does not fit the ones before it
   * @throws QuestionException if questions have no answer
   * @throws DefinitionException if model or dialect is missing, or an answer belongs to no question
   * @throws dev.migrate.error.MigrateException if the model does not make a schema, or the dialect
   *     cannot make the change
   */
  public Optional<GeneratedRevision> generate(String message) {
    Arguments.requireGiven(message, "the message");
    if (model == null) {
      throw new DefinitionException("the generator has no model", "call model(…)");
    }
    if (dialect == null) {
      throw new DefinitionException("the generator has no dialect", "call dialect(…)");
    }
    ModelChange change = answered(graph.schema(dialect), model, dialect);
    List<RevisionId> after = parents.orElseGet(() -> List.copyOf(graph.heads()));
    boolean joins = parents.isEmpty() && after.size() > 1;
    return change.operations().isEmpty() && !joins
        ? Optional.empty()
        : Optional.of(
            new NextRevision(
                    graph,
                    dialect,
                    after,
                    new RevisionPlace(graph, packageName),
                    clock,
                    afterWriting)
                .of(change, model, message));
  }

  private ModelChange answered(Schema before, SchemaSource source, Dialect database) {
    Answers known = answers;
    List<Question> asked = new ArrayList<>();
    ModelChange change = ModelChange.of(before, source, database, known, asked);
    while (!change.questions().isEmpty()) {
      Answers more =
          interview.isEmpty() ? known : known.and(interview.get().ask(change.questions()));
      if (more.equals(known)) {
        throw new QuestionException(change.questions());
      }
      known = more;
      asked.addAll(change.questions());
      change = ModelChange.of(before, source, database, known, asked);
    }
    return change;
  }
}
