package dev.migrate.generate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migrate.Lineage;
import dev.migrate.Revision;
import dev.migrate.dialect.Dialect;
import dev.migrate.dialect.h2.H2DialectProvider;
import dev.migrate.dialect.mysql.MysqlDialectProvider;
import dev.migrate.dialect.postgresql.PostgresqlDialectProvider;
import dev.migrate.dialect.sqlite.SqliteDialectProvider;
import dev.migrate.engine.RevisionGraph;
import dev.migrate.error.DefinitionException;
import dev.migrate.error.UnsupportedByDialectException;
import dev.migrate.generate.Answer.Kind;
import dev.migrate.model.DeclaredSchema;
import dev.migrate.model.SchemaSource;
import dev.migrate.operation.Operation;
import dev.migrate.report.PlanException;
import dev.migrate.schema.DialectName;
import dev.migrate.schema.Schema;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * For any two schemas on any dialect: what is generated leaves no difference, the second time
 * nothing is generated, and the same questions and answers give the same file.
 */
class GeneratorLawTest {

  private static final int SEEDS = Integer.getInteger("migrate.test.schemas", 200) / 8;
  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2026-11-30T10:05:00Z"), ZoneOffset.UTC);

  static Stream<Dialect> dialects() {
    return Stream.of(
        new H2DialectProvider().dialect(DialectName.H2),
        new SqliteDialectProvider().dialect(DialectName.SQLITE),
        new PostgresqlDialectProvider().dialect(DialectName.POSTGRESQL),
        new MysqlDialectProvider().dialect(DialectName.MARIADB),
        new MysqlDialectProvider().dialect(DialectName.MYSQL));
  }

  @ParameterizedTest
  @MethodSource("dialects")
  void theSecondDifferenceIsEmpty(Dialect dialect) {
    int generated = 0;
    for (long seed = 1; seed <= SEEDS; seed++) {
      for (RandomSchemas pair : RandomSchemas.on(dialect, seed)) {
        if (!hasDistinctNames(pair.before(), dialect) || !hasDistinctNames(pair.after(), dialect)) {
          continue;
        }
        try {
          generated += generates(pair, dialect) ? 1 : 0;
        } catch (RuntimeException | AssertionError failure) {
          throw new AssertionError(pair + " on " + dialect.names(), failure);
        }
      }
    }
    assertThat(generated).isGreaterThan(SEEDS);
  }

  /** Elsewhere a constraint and an index can have the same name, on MySQL they cannot. */
  private static boolean hasDistinctNames(Schema schema, Dialect dialect) {
    try {
      dialect.canonical(schema);
      return true;
    } catch (DefinitionException sameName) {
      return false;
    }
  }

  private static boolean generates(RandomSchemas pair, Dialect dialect) {
    List<Operation> first = SchemaOperations.between(Schema.empty(), pair.before());
    RevisionGraph graph =
        RevisionGraph.of(Revision.of(Lineage.of("first").root(), op -> first.forEach(op::add)));
    SchemaSource model = (database, recorded) -> DeclaredSchema.of(pair.after());
    Generator generator = generator(graph, model, dialect, pair.seed());
    Optional<GeneratedRevision> revision;
    try {
      revision = generator.generate("change");
    } catch (PlanException refused) {
      assertThat(refused).hasCauseInstanceOf(UnsupportedByDialectException.class);
      return false;
    }
    if (revision.isPresent()) {
      assertThat(generator.generate("change").map(GeneratedRevision::source))
          .isEqualTo(revision.map(GeneratedRevision::source));
      RevisionGraph with = graph.with(revision.get().revision());
      assertThat(generator(with, model, dialect, pair.seed()).generate("again")).isEmpty();
    }
    return revision.isPresent();
  }

  private static Generator generator(
      RevisionGraph graph, SchemaSource model, Dialect dialect, long seed) {
    return Generator.of(graph)
        .model(model)
        .dialect(dialect)
        .clock(CLOCK)
        .interview(questions -> answered(questions, new Random(seed)));
  }

  /** Of several answers any; two elements do not become the same one. */
  private static Answers answered(List<Question> questions, Random random) {
    Answers answers = Answers.none();
    Set<String> claimed = new HashSet<>();
    for (Question question : questions) {
      List<Answer> possible =
          question.answers().stream()
              .filter(answer -> answer.kind() != Kind.FILL)
              .filter(
                  answer ->
                      answer.kind() != Kind.RENAME || !claimed.contains(place(question, answer)))
              .toList();
      Answer answer = possible.get(random.nextInt(possible.size()));
      claimed.add(place(question, answer));
      answers =
          answers.and(
              answer.kind() == Kind.FILL_SQL
                  ? Answer.of(Kind.FILL_SQL, question.element(), "0")
                  : answer);
    }
    return answers;
  }

  /** The new name of an element, and where it is. */
  private static String place(Question question, Answer answer) {
    String element = question.element();
    int end = element.lastIndexOf('.');
    return element.substring(0, Math.max(end, 0)) + " " + answer.about(element).orElseThrow();
  }
}
